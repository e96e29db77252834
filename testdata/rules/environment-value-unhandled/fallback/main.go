package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) (int, error) {
	switch os.Getenv("STAGE") {
	case "test":
		return 1, ctx.Err()
	default:
		return 10, ctx.Err()
	}
}

func main() {
	lambda.Start(handle)
}
