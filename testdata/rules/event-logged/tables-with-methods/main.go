package main

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"

	"github.com/aws/aws-lambda-go/lambda"
)

type ask struct {
	Field     string          `json:"field"`
	Arguments json.RawMessage `json:"arguments"`
}

type answer func(ctx context.Context, a ask) (any, error)

type answers map[string]answer

func (all answers) give(ctx context.Context, a ask) (any, error) {
	one, ok := all[a.Field]
	if !ok {
		return nil, errors.New("nobody knows")
	}
	return one(ctx, a)
}

func tides(ctx context.Context, a ask) (any, error) {
	slog.InfoContext(ctx, "tides", "field", a.Field)
	slog.InfoContext(ctx, "tides", "arguments", a.Arguments) // want: ^Arguments of the event are logged$
	return 12, nil
}

func winds(ctx context.Context, a ask) (any, error) {
	slog.InfoContext(ctx, "winds", "asked", a) // want: ^the whole event is logged$
	return 4, nil
}

func main() {
	lambda.Start(answers{"tides": tides, "winds": winds}.give)
}
