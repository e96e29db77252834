package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, e *events.SNSEvent) error { // want: handle takes events.SNSEvent, but its trigger orders .queue. sends events.SQSEvent
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
