package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func region() string {
	if value := os.Getenv("MARKET"); value != "" {
		return value
	}
	return "eu"
}

func handle(ctx context.Context) (string, error) {
	return region() + os.Getenv("AWS_REGION"), ctx.Err()
}

func main() {
	lambda.Start(handle)
}
