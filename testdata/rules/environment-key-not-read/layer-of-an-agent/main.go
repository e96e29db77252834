package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

var table = mustEnv("TABLE_NAME")

func mustEnv(name string) string {
	value := os.Getenv(name)
	if value == "" {
		panic(name + " is not set")
	}
	return value
}

func handle(ctx context.Context) (string, error) {
	return table, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
