package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, key string) (string, error) {
	return os.Getenv(key), ctx.Err()
}

func main() {
	lambda.Start(handle)
}
