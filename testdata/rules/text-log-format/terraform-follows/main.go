package main

import (
	"context"
	"log/slog"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdacontext"
)

func init() {
	slog.SetDefault(lambdacontext.NewLogger())
}

func handle(ctx context.Context) error {
	slog.InfoContext(ctx, "done")
	return nil
}

func main() {
	lambda.Start(handle)
}
