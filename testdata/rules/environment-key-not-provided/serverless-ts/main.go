package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) error {
	return ctx.Err()
}

func main() {
	if os.Getenv("TABLE") == "" { // want: TABLE
		panic("TABLE is not set")
	}
	lambda.Start(handle)
}
