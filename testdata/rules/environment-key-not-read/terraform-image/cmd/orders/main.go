package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

var value = os.Getenv("ORDERS_TABLE")

func handle(ctx context.Context) error {
	if value == "" {
		return nil
	}
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
