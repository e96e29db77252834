package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) error {
	_, err := os.MkdirTemp("", "orders") // want: os.MkdirTemp makes a new file at each invocation that is never removed
	return err
}

func main() {
	lambda.Start(handle)
}
