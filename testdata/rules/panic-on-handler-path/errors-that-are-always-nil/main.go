package main

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"

	"github.com/aws/aws-lambda-go/lambda"
)

func token() string {
	b := make([]byte, 16)
	if _, err := rand.Read(b); err != nil {
		panic(err)
	}
	return hex.EncodeToString(b)
}

func digest(text string) string {
	h := sha256.New()
	_, err := h.Write([]byte(text))
	if err != nil {
		panic("no digest: " + err.Error())
	}
	return hex.EncodeToString(h.Sum(nil))
}

func number(text string) []byte {
	b, err := hex.DecodeString(text)
	if err != nil {
		panic(err) // want: ^panic ends the invocation and then the process$
	}
	return b
}

func handle(ctx context.Context, name string) (string, error) {
	return token() + digest(name) + string(number(name)), nil
}

func main() {
	lambda.Start(handle)
}
