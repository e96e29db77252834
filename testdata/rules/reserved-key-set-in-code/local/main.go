package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, key string) error {
	return os.Setenv(key, "x")
}

func openLocalStore() {
	os.Setenv("AWS_ACCESS_KEY_ID", "dummy")
}

func main() {
	if os.Getenv("STAGE") == "local" {
		openLocalStore()
	}
	if os.Getenv("AWS_LAMBDA_FUNCTION_NAME") == "" {
		os.Setenv("AWS_REGION", "eu-west-1")
	}
	lambda.Start(handle)
}
