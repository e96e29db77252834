package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) error {
	if os.Getenv("TABLE") == "" {
		panic("TABLE is not set")
	}
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
