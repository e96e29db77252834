package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"

	"example.com/x/store"
)

func handle(ctx context.Context) error {
	s, err := store.New(ctx)
	if err != nil {
		return err
	}
	return s.Save(ctx, "x")
}

func main() {
	lambda.Start(handle)
}
