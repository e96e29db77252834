package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/rs/zerolog"
)

func newLogger() zerolog.Logger {
	level, err := zerolog.ParseLevel(os.Getenv("LOG_LEVEL"))
	if err != nil {
		level = zerolog.InfoLevel
	}
	return zerolog.New(os.Stdout).Level(level)
}

func handle(ctx context.Context, e events.LambdaFunctionURLRequest) error {
	l := newLogger()
	l.Debug().Interface("event", e).Msg("got")
	l.Info().Str("path", e.RawPath).Msg("got")
	l.Info().Interface("event", e).Msg("got") // want: ^the whole event is logged$
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
