package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	lambda.Start(func(ctx context.Context, values ...any) error { // want: gets the event wrapped in a slice
		return nil
	})
}
