package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) error {
	log.Printf("done")
	return nil
}

func main() {
	lambda.Start(handle)
}
