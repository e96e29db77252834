package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) error {
	file, err := os.CreateTemp("", "order-*.csv")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	return file.Close()
}

func main() {
	lambda.Start(handle)
}
