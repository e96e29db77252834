package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

func upper(name string) (string, error) {
	return strings.ToUpper(name), nil
}

func fetch(ctx context.Context) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://example.com", nil)
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	return answer.Body.Close()
}

func main() {
	if len(strings.Fields("a b")) > 1 {
		lambda.Start(upper)
	} else {
		lambda.Start(fetch)
	}
}
