package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"golang.org/x/exp/slog"
)

var logger = slog.New(slog.NewJSONHandler(os.Stdout, nil))

func handle(ctx context.Context, e events.LambdaFunctionURLRequest) error {
	logger.Info("got", "event", e)      // want: the whole event is logged
	slog.Info("got", "event", e)        // want: the whole event is logged
	logger.With("event", e).Warn("odd") // want: the whole event is logged
	slog.Debug("got", "event", e)
	logger.Info("got", "path", e.RawPath)
	return nil
}

func main() {
	lambda.Start(handle)
}
