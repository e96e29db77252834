package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type raw func(ctx context.Context, payload json.RawMessage) error

func typed[E any](f func(context.Context, E) error) raw {
	return func(ctx context.Context, payload json.RawMessage) error {
		var e E
		if err := json.Unmarshal(payload, &e); err != nil {
			return fmt.Errorf("%d bytes: %w", len(payload), err)
		}
		return f(ctx, e)
	}
}

func each[T any](ctx context.Context, all []T, f func(context.Context, T) error) error {
	for _, one := range all {
		if err := f(ctx, one); err != nil {
			return err
		}
	}
	return nil
}

type readings struct{}

func (r readings) take(ctx context.Context, e events.KinesisEvent) error {
	return each(ctx, e.Records, r.one)
}

func (readings) one(ctx context.Context, r events.KinesisEventRecord) error {
	slog.InfoContext(ctx, "reading", "id", r.EventID)
	slog.InfoContext(ctx, "reading", "record", r) // want: ^the whole record is logged$
	return nil
}

func main() {
	lambda.Start(typed(readings{}.take))
}
