package main

import (
	"context"
	"errors"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

type quote struct {
	Symbol string `json:"symbol"`
}

func handle(ctx context.Context, q quote) (string, error) {
	market := os.Getenv("MARKET") // want: MARKET is needed here
	if market == "" {
		return "", errors.New("MARKET is not set")
	}
	return os.Getenv("TABLE") + market + q.Symbol, ctx.Err()
}

func main() {
	lambda.StartHandler(lambda.NewHandler(handle))
}
