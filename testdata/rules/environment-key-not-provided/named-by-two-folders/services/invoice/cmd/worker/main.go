package main

import (
	"context"
	"errors"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) (string, error) {
	table := os.Getenv("INVOICE_TABLE")
	if table == "" {
		return "", errors.New("no table")
	}
	return table, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
