package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, names []string) error {
	return nil
}

func log(ctx context.Context, name string, more ...string) error {
	return nil
}

func main() {
	_ = log
	lambda.Start(handle)
}
