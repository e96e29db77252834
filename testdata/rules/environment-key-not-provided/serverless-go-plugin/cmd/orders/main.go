package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

var table = mustGet("ORDERS_TABLE")

func mustGet(key string) string {
	value, ok := os.LookupEnv(key)
	if !ok {
		panic(key + " is not set")
	}
	return value
}

func handle(ctx context.Context) (string, error) {
	return table, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
