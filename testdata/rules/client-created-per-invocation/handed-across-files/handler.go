package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
)

func handle(ctx context.Context, e events.SQSEvent) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	for _, r := range e.Records {
		if err := store(ctx, cfg, r.Body); err != nil {
			return err
		}
	}
	return count(ctx, cfg, len(e.Records))
}

func main() {
	lambda.Start(handle)
}
