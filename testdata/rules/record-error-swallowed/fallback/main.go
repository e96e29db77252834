package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type trains struct {
	known map[string]func(context.Context, json.RawMessage) error
	other func(context.Context, events.SQSMessage) error
}

func (t *trains) handle(ctx context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	var out events.SQSEventResponse
	for _, m := range e.Records {
		if err := t.one(ctx, m); err != nil {
			out.BatchItemFailures = append(out.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
		}
	}
	return out, nil
}

func (t *trains) one(ctx context.Context, m events.SQSMessage) error {
	var train struct {
		Kind string
		Data json.RawMessage
	}
	if err := json.Unmarshal([]byte(m.Body), &train); err != nil {
		return fmt.Errorf("train: %w", err)
	}
	run, ok := t.known[train.Kind]
	if !ok {
		slog.WarnContext(ctx, "unknown train", "kind", train.Kind)
		if t.other != nil {
			if err := t.other(ctx, m); err != nil {
				slog.ErrorContext(ctx, "not put aside", "id", m.MessageId, "error", err) // want: record's error ends here
			}
		}
		return nil
	}
	return run(ctx, train.Data)
}

func aside(ctx context.Context, m events.SQSMessage) error {
	if len(m.Body) > 1000 {
		return errors.New("too long")
	}
	return ctx.Err()
}

func main() {
	t := &trains{known: map[string]func(context.Context, json.RawMessage) error{}, other: aside}
	lambda.Start(t.handle)
}
