package main

import (
	"context"
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

const second = time.Second

func handle(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second) // want: the context ends after 30 s, but Orders ends after 10 s
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://example.com", nil)
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
