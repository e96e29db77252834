package main

import (
	"context"
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

func client() *http.Client {
	return &http.Client{
		Timeout:   time.Second,
		Transport: &http.Transport{MaxIdleConns: 1}, // want: ^http.Transport with connections of its own is made at each invocation$
	}
}

func handle(ctx context.Context) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://example.com", nil)
	if err != nil {
		return err
	}
	answer, err := client().Do(request)
	if err != nil {
		return err
	}
	return answer.Body.Close()
}

func main() {
	lambda.Start(handle)
}
