package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, e events.SQSEvent) error {
	for _, record := range e.Records {
		if err := process(ctx, record); err != nil {
			return err // want: ^one failed record has the whole batch retried$
		}
		if record.Body == "" {
			return nil
		}
	}
	return each(ctx, e.Records)
}

func each(ctx context.Context, records []events.SQSMessage) error {
	for _, record := range records {
		if err := process(ctx, record); err != nil {
			return err // want: one failed record
		}
	}
	return nil
}

func process(ctx context.Context, record events.SQSMessage) error {
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
