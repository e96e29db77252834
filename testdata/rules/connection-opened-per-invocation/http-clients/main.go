package main

import (
	"context"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/go-resty/resty/v2"
	"github.com/hashicorp/go-retryablehttp"
)

type request struct{ Currency string }

var shared = retryablehttp.NewClient()

func handle(ctx context.Context, r request) (string, error) {
	found, err := resty.New().R().SetContext(ctx).Get(os.Getenv("RATES_URL") + r.Currency) // want: ^resty.New opens a connection at each invocation$
	if err != nil {
		return "", err
	}
	plain := resty.NewWithClient(http.DefaultClient)
	if _, err := plain.R().SetContext(ctx).Get(os.Getenv("AUDIT_URL")); err != nil {
		return "", err
	}
	again := retryablehttp.NewClient() // want: ^retryablehttp.NewClient opens a connection at each invocation$
	again.RetryMax = 2
	ask, err := retryablehttp.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("RATES_URL"), nil)
	if err != nil {
		return "", err
	}
	answer, err := again.Do(ask)
	if err != nil {
		return "", err
	}
	_ = answer.Body.Close()
	if answer, err = shared.Do(ask); err != nil {
		return "", err
	}
	return found.String(), answer.Body.Close()
}

func main() {
	lambda.Start(handle)
}
