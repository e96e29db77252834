package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
)

type event struct{ Name string }

func handler(prefix string) func(context.Context, event) error {
	return func(ctx context.Context, e event) error { return nil }
}

type raw struct{}

func (*raw) Invoke(ctx context.Context, payload []byte) ([]byte, error) { return payload, nil }

func newRaw() *raw { return &raw{} }

func anything() any { return nil }

func main() {
	if false {
		lambda.Start(newRaw())
	}
	if false {
		lambda.Start(anything())
	}
	lambda.Start(handler("x"))
}
