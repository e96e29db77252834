package main

import (
	"context"
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

var client = &http.Client{Timeout: 5 * time.Second}

func handle(ctx context.Context) error {
	response, err := client.Get("https://example.com")
	if err != nil {
		return err
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return response.Body.Close()
}

func main() {
	lambda.Start(handle)
}
