package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, e events.SQSEvent) error {
	for _, record := range e.Records {
		if record.Body == "" {
			return ctx.Err()
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
