package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) error {
	file, err := os.CreateTemp("", "order-*.csv") // want: os.CreateTemp makes a new file at each invocation that is never removed
	if err != nil {
		return err
	}
	return file.Close()
}

func main() {
	lambda.Start(handle)
}
