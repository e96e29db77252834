package main

import (
	"context"
	"fmt"
	"log"
	"log/slog"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func process(ctx context.Context, body string) error {
	if body == "" {
		return fmt.Errorf("empty")
	}
	return nil
}

func handle(ctx context.Context, e events.SQSEvent) error {
	for _, record := range e.Records {
		if err := process(ctx, record.Body); err != nil {
			log.Printf("record %s: %v", record.MessageId, err) // want: ^record's error ends here: the record counts as done and is lost$
			continue
		}
		slog.InfoContext(ctx, "done", "id", record.MessageId)
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
