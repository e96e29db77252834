package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) error {
	return ctx.Err()
}

func main() {
	http.ListenAndServe(":8080", nil)
	lambda.Start(handle)
}
