package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"

	"example.com/x/internal/tables"
)

type table struct {
	Name string
}

func handle(ctx context.Context, asked table) (int, error) {
	if err := tables.Ready(ctx, asked.Name); err != nil {
		return 0, err
	}
	if _, err := tables.Limits(ctx); err != nil {
		return 0, err
	}
	return tables.Count(ctx)
}

func main() {
	lambda.Start(handle)
}
