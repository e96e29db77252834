package main

import (
	"context"
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type key string

var (
	current context.Context
	root    context.Context
	started context.Context
)

func transaction(ctx context.Context, do func(context.Context) error) error {
	return do(context.WithValue(ctx, key("transaction"), "open"))
}

func remember(ctx context.Context) {
	current = ctx // want: package variable current keeps data of this request for later ones
}

// prepare is given a context that no request has made.
func prepare(ctx context.Context) {
	root = ctx
}

func start(ctx context.Context) {
	if started == nil {
		started = ctx
	}
}

func handle(ctx context.Context, e events.SQSEvent) error {
	prepare(context.Background())
	start(ctx)
	remember(ctx)
	return transaction(ctx, func(inner context.Context) error {
		current = inner // want: package variable current keeps data of this request for later ones
		if len(e.Records) == 0 {
			return errors.New("no records")
		}
		return nil
	})
}

func main() {
	lambda.Start(handle)
}
