package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, e events.SQSEvent) error {
	var failed []error
	for _, record := range e.Records {
		if err := process(ctx, record); err != nil {
			failed = append(failed, err)
		}
	}
	for _, err := range failed {
		return err
	}
	return nil
}

func process(ctx context.Context, record events.SQSMessage) error {
	for _, attribute := range record.MessageAttributes {
		if attribute.DataType == "" {
			return ctx.Err()
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
