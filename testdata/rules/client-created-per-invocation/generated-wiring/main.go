package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"

	"example.com/reports/app"
)

type request struct{ Key string }

var ready = app.Prepared()

func handle(ctx context.Context, r request) error {
	made, err := app.Initialize(ctx) // want: ^s3 client is created at each invocation$
	if err != nil {
		return err
	}
	if err := ready.Store(ctx, r.Key); err != nil {
		return err
	}
	return made.Store(ctx, r.Key)
}

func main() {
	lambda.Start(handle)
}
