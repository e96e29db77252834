package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
)

type order struct{ ID string }

func handle(ctx context.Context, o order, dryRun bool) error { // want: ^handle is rejected at every invocation: "handlers may not take more than two arguments, but handler takes 3"$
	return nil
}

func main() {
	lambda.Start(handle)
}
