package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type failure struct {
	Identifier string `json:"itemIdentifier"`
}

type answer struct {
	Failures []failure `json:"batchItemFailures"`
}

func handle(ctx context.Context, event events.KinesisEvent) (*answer, error) {
	return &answer{}, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
