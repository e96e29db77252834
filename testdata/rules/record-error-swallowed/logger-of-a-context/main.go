package main

import (
	"context"
	"errors"
	"log/slog"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type key struct{}

func logger(ctx context.Context) *slog.Logger {
	if kept, is := ctx.Value(key{}).(*slog.Logger); is {
		return kept
	}
	return slog.Default()
}

func process(m events.SQSMessage) error {
	if m.Body == "" {
		return errors.New("empty")
	}
	return nil
}

func handle(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		ctx := context.WithValue(ctx, key{}, slog.With("id", m.MessageId))
		if err := process(m); err != nil {
			logger(ctx).Error("not processed", "error", err) // want: record's error ends here
			continue
		}
		if err := process(m); err != nil {
			logger(ctx).Error("not processed", "error", err)
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
