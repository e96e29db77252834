package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func table() string {
	name, ok := os.LookupEnv("TABLE")
	if !ok {
		panic("no table")
	}
	return name
}

var name = table()

func handle(ctx context.Context, n int) (string, error) {
	switch n % 2 {
	case 0, 1, -1:
		return name, nil
	default:
		panic("unreachable")
	}
}

func main() {
	lambda.Start(handle)
}
