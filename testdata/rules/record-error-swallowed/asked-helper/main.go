package main

import (
	"context"
	"encoding/json"
	"log/slog"
	"strconv"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type job struct{ Port string }

func start(ctx context.Context, port int) error { return ctx.Err() }

func count(ctx context.Context, m events.SQSMessage) error {
	if err := start(ctx, len(m.Body)); err != nil {
		slog.Warn("not counted", "error", err)
		return nil
	}
	return nil
}

func note(m events.SQSMessage, failure error) error { return failure }

func work(ctx context.Context, m events.SQSMessage) error {
	var j job
	if err := json.Unmarshal([]byte(m.Body), &j); err != nil {
		slog.Warn("unreadable, skipping", "error", err) // want: record's error ends here
		return nil
	}
	port, err := strconv.Atoi(j.Port)
	if err != nil {
		slog.Warn("no port", "error", err)
		return nil
	}
	if err := start(ctx, port+1); err != nil {
		_ = note(m, err)
		return err
	}
	if err := start(ctx, port); err != nil {
		slog.Error("not started", "error", err) // want: record's error ends here
		return nil
	}
	return count(ctx, m)
}

func handle(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := work(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
