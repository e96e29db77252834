package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/rs/zerolog"
	"github.com/rs/zerolog/log"
)

func init() {
	zerolog.SetGlobalLevel(zerolog.InfoLevel)
}

func handle(ctx context.Context, e events.LambdaFunctionURLRequest) error {
	log.Debug().Interface("event", e).Msg("got")
	log.Info().Str("path", e.RawPath).Msg("got")
	return nil
}

func main() {
	lambda.Start(handle)
}
