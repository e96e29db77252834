package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, e events.S3Event) error { // want: handle takes events.S3Event, but its trigger uploads orders .topic. sends events.SNSEvent
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
