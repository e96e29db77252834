package main

import (
	"context"
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

var client = &http.Client{Timeout: time.Minute} // want: the HTTP client gives up after 60 s, but orders ends after 10 s

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
