package main

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type kind struct {
	Records []struct {
		EventSource string `json:"eventSource"`
	}
}

func handler(ctx context.Context, raw json.RawMessage) error {
	var k kind
	if err := json.Unmarshal(raw, &k); err != nil {
		return err
	}
	if len(k.Records) == 0 {
		return errors.New("no records")
	}
	switch k.Records[0].EventSource {
	case "aws:sqs":
		var batch events.SQSEvent
		if err := json.Unmarshal(raw, &batch); err != nil {
			return err
		}
		messages(ctx, batch)
	case "aws:kinesis":
		var batch events.KinesisEvent
		if err := json.Unmarshal(raw, &batch); err != nil {
			return err
		}
		return stream(ctx, batch)
	}
	return nil
}

func messages(ctx context.Context, batch events.SQSEvent) {
	for _, message := range batch.Records {
		if err := ship(ctx, message.Body); err != nil {
			slog.ErrorContext(ctx, "not shipped", "err", err) // want: ^record's error ends here
		}
	}
}

func stream(ctx context.Context, batch events.KinesisEvent) error {
	var failed []error
	for _, record := range batch.Records {
		if err := ship(ctx, string(record.Kinesis.Data)); err != nil {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

func ship(ctx context.Context, body string) error {
	if body == "" {
		return errors.New("empty")
	}
	return ctx.Err()
}

func main() {
	lambda.Start(handler)
}
