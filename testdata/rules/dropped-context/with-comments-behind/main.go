package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

func ping(ctx context.Context, url string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	return answer.Body.Close()
}

func handle(ctx context.Context) error {
	first := ping(context.Background(), "https://a.example.com") // want: ^context.Background\(\) drops the invocation's context, ctx$
	second := ping(ctx, "https://b.example.com")                 // its twin
	third := ping(ctx, "https://c.example.com")                  // for tests
	if first != nil {
		return first
	}
	if second != nil {
		return second
	}
	return third
}

func main() {
	lambda.Start(handle)
}
