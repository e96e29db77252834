package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) error {
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
