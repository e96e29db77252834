package main

import (
	"context"
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func process(m events.SQSMessage) error {
	if m.Body == "" {
		return errors.New("empty")
	}
	return nil
}

func handle(ctx context.Context, e events.SQSEvent) error {
	for i := range e.Records {
		_ = process(e.Records[i]) // want: record's error ends here
	}
	for _, m := range e.Records {
		if err := process(m); err != nil {
			return nil // want: record's error ends here
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
