package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	var response events.SQSEventResponse
	for _, record := range e.Records {
		if record.Body == "" {
			return response, ctx.Err()
		}
	}
	return response, nil
}

func main() {
	lambda.Start(handle)
}
