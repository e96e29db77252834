package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/rs/zerolog"
	"github.com/rs/zerolog/log"
)

func init() {
	level := zerolog.InfoLevel
	if os.Getenv("STAGE") == "test" {
		level = zerolog.DebugLevel
	}
	zerolog.SetGlobalLevel(level)
}

func handle(ctx context.Context, e events.LambdaFunctionURLRequest) error {
	log.Debug().Interface("event", e).Msg("got") // want: ^the whole event is logged$
	return nil
}

func main() {
	lambda.Start(handle)
}
