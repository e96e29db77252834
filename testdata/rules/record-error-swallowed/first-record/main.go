package main

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type order struct{ Lines []string }

func book(ctx context.Context, line string) error {
	if line == "" {
		return errors.New("empty line")
	}
	return ctx.Err()
}

func check(e events.SQSEvent) error {
	if len(e.Records) == 0 {
		return errors.New("no records")
	}
	return nil
}

func handle(ctx context.Context, e events.SQSEvent) error {
	if err := check(e); err != nil {
		slog.Warn("nothing to do", "error", err)
		return nil
	}
	record := e.Records[0]
	var o order
	if err := json.Unmarshal([]byte(record.Body), &o); err != nil {
		slog.Error("unreadable", "error", err) // want: record's error ends here
		return nil
	}
	if err := book(ctx, o.Lines[0]); err != nil {
		slog.Error("not booked", "error", err) // want: record's error ends here
		return nil
	}
	for _, line := range o.Lines[1:] {
		if err := book(ctx, line); err != nil {
			slog.Warn("line left out", "error", err)
			continue
		}
	}
	for range o.Lines {
		if err := book(ctx, record.ReceiptHandle); err != nil {
			slog.Error("not booked", "error", err) // want: record's error ends here
			return nil
		}
	}
	if err := book(ctx, record.MessageId); err != nil {
		return err
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
