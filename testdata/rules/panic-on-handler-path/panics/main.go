package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"

	"example.com/x/store"
)

func handle(ctx context.Context, name string) error {
	go func() {
		panic("alone") // want: panic ends the invocation
	}()
	return store.Save(name)
}

func main() {
	lambda.Start(handle)
}
