package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) (string, error) {
	return os.Getenv("TABLE"), ctx.Err()
}

func main() {
	lambda.Start(handle)
}
