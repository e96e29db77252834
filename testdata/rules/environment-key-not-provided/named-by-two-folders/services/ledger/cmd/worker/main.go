package main

import (
	"context"
	"errors"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) (string, error) {
	table := os.Getenv("LEDGER_TABLE") // want: LEDGER_TABLE is needed here, but second.this doesn't set it
	if table == "" {
		return "", errors.New("no table")
	}
	return table, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
