package main

import (
	"context"
	"errors"
	"log/slog"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/getsentry/sentry-go"
)

func post(ctx context.Context, letter string) error {
	if letter == "" {
		return errors.New("empty")
	}
	return ctx.Err()
}

func handle(ctx context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	var out events.SQSEventResponse
	for _, m := range e.Records {
		if err := post(ctx, m.Body); err != nil {
			sentry.CaptureException(err)
			slog.ErrorContext(ctx, "not posted", "id", m.MessageId, "error", err) // want: record's error ends here
		}
	}
	for _, m := range e.Records {
		if err := post(ctx, m.EventSource); err != nil {
			sentry.CaptureException(err) // want: record's error ends here
		}
	}
	for _, m := range e.Records {
		if err := post(ctx, m.MessageId); err != nil {
			sentry.CaptureException(err)
			out.BatchItemFailures = append(out.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
		}
	}
	return out, nil
}

func main() {
	lambda.Start(handle)
}
