package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type order struct{ Records []struct{ Body string } }

func handle(ctx context.Context, o order) (events.SQSEventResponse, error) {
	return events.SQSEventResponse{}, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
