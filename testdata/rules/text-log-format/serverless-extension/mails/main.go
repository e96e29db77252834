package main

import (
	"context"
	"log/slog"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func init() {
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stdout, nil)))
}

func handle(ctx context.Context) error {
	slog.InfoContext(ctx, "done")
	return nil
}

func main() {
	lambda.Start(handle)
}
