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

func name(ctx context.Context) string {
	name, _ := ctx.Value("name").(string)
	return name
}

func handle(ctx context.Context) error {
	slog.InfoContext(ctx, os.Getenv(name(ctx)))
	return nil
}

func main() {
	lambda.Start(handle)
}
