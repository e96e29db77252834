package main

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, name string) error {
	fmt.Println("hello", name) // want: ^fmt.Println writes plain text, without level and request id$
	log.Printf("hello %s", name)
	return second(name)
}

func main() {
	log.Print("starting")
	lambda.Start(handle)
}
