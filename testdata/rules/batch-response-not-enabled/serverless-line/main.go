package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.SQSEvent) (events.SQSEventResponse, error) {
	return events.SQSEventResponse{}, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
