package main

import (
	"context"
	"os"

	runtime "github.com/aws/aws-lambda-go/lambda"
)

type raw struct{}

func (raw) Invoke(ctx context.Context, payload []byte) ([]byte, error) { return payload, nil }

func handle(ctx context.Context) error { return nil }

func main() {
	ctx := context.Background()
	switch os.Getenv("MODE") {
	case "context":
		runtime.StartWithContext(ctx, handle) // want: ^lambda.StartWithContext is deprecated: lambda.StartWithOptions takes its place$
	case "handler":
		runtime.StartHandler(raw{}) // want: lambda.StartHandler is deprecated
	default:
		runtime.StartHandlerWithContext(ctx, raw{}) // want: lambda.StartHandlerWithContext is deprecated
	}
}
