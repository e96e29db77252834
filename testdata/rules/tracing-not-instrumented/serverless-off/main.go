package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://shop.example.com", nil)
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	return response.Body.Close()
}

func main() {
	lambda.Start(handle)
}
