package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type receipt struct {
	Order string `json:"order"`
	Total int    `json:"total"`
}

var (
	table  = os.Getenv("RECEIPTS_TABLE")
	bucket = mustEnv("RECEIPTS_BUCKET")
	token  = os.Getenv("PRINTER_TOKEN")
)

func mustEnv(key string) string {
	value, ok := os.LookupEnv(key)
	if !ok {
		panic(key + " is not set")
	}
	return value
}

func handle(ctx context.Context, event events.SQSEvent) (events.SQSEventResponse, error) {
	var response events.SQSEventResponse
	for _, record := range event.Records {
		if err := print(ctx, record); err != nil {
			failure := events.SQSBatchItemFailure{ItemIdentifier: record.MessageId}
			response.BatchItemFailures = append(response.BatchItemFailures, failure)
		}
	}
	return response, nil
}

func print(ctx context.Context, record events.SQSMessage) error {
	var printed receipt
	if err := json.Unmarshal([]byte(record.Body), &printed); err != nil {
		return fmt.Errorf("receipt %s: %w", record.MessageId, err)
	}
	if printed.Total < 0 {
		return fmt.Errorf("receipt of %s for %s in %s has no total (%d)", printed.Order, table, bucket, len(token))
	}
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
