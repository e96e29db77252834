package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(_ context.Context, _ *events.SQSEvent) {}

func main() {
	lambda.Start(handle)
}
