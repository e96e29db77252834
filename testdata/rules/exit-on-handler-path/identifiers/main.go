package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/google/uuid"
)

func orderID() string {
	id, err := uuid.NewRandom()
	if err != nil {
		log.Fatal(err) // want: ^log.Fatal ends the process in the middle of an invocation$
	}
	return id.String()
}

// Since Go 1.24 the error of a read is documented to be nil.
func secret() string {
	b := make([]byte, 16)
	if _, err := rand.Read(b); err != nil {
		log.Fatal(err)
	}
	return hex.EncodeToString(b)
}

func handle(ctx context.Context, name string) (string, error) {
	return name + orderID() + secret(), nil
}

func main() {
	lambda.Start(handle)
}
