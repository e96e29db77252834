package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"os"

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

// envelope has what was sent, and what it is.
type envelope struct {
	Kind string          `json:"kind"`
	Data json.RawMessage `json:"data"`
}

type jumps struct {
	by map[string]func(context.Context, json.RawMessage) error
}

type jump struct {
	Horse  string `json:"horse"`
	Height int    `json:"height"`
}

func on[T any](j jumps, kind string, f func(context.Context, T) error) {
	j.by[kind] = func(ctx context.Context, data json.RawMessage) error {
		var v T
		if err := json.Unmarshal(data, &v); err != nil {
			slog.ErrorContext(ctx, "unreadable", "kind", kind, "data", data) // want: ^data of the event is logged$
			return err
		}
		return f(ctx, v)
	}
}

func (j jumps) take(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		var env envelope
		if err := json.Unmarshal([]byte(m.Body), &env); err != nil {
			return err
		}
		if err := j.by[env.Kind](ctx, env.Data); err != nil {
			return err
		}
	}
	return nil
}

func jumped(ctx context.Context, j jump) error {
	slog.InfoContext(ctx, "jump", "horse", j.Horse)
	slog.InfoContext(ctx, "jump", "all", j) // want: ^Data of the event is logged$
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
	if os.Getenv("KIND") == "jumps" {
		j := jumps{map[string]func(context.Context, json.RawMessage) error{}}
		on(j, "jump", jumped)
		lambda.Start(j.take)
		return
	}
	lambda.Start(typed(readings{}.take))
}
