package main

import (
	"context"
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

func get(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func first(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second) // want: ^context.Background\(\) drops the invocation's context, ctx$
	defer cancel()
	return get(ctx, "https://example.com/first")
}

func second(ctx context.Context) error {
	if err := get(ctx, "https://example.com/second"); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return get(ctx, "https://example.com/receipt")
}

func handle(ctx context.Context) error {
	if err := first(ctx); err != nil {
		return err
	}
	return second(ctx)
}

func main() {
	lambda.Start(handle)
}
