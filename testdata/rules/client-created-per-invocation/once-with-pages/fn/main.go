package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"

	"example.com/x/store"
)

func main() {
	lambda.Start(func(ctx context.Context, bucket string) (int, error) {
		return store.Count(ctx, bucket)
	})
}
