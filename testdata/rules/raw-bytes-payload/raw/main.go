package main

import (
	"context"
	"encoding/json"

	"github.com/aws/aws-lambda-go/lambda"
)

type echo struct{}

func (echo) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	return payload, ctx.Err()
}

func handle(ctx context.Context, event json.RawMessage) (json.RawMessage, error) {
	return event, ctx.Err()
}

func main() {
	if len(handle0()) > 0 {
		lambda.Start(handle)
		return
	}
	lambda.StartHandlerFunc(handle)
}

func handle0() []byte { return nil }
