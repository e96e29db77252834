package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/rs/zerolog/log"
)

func handle(ctx context.Context) error {
	log.Info().Msg("done")
	return nil
}

func main() {
	lambda.Start(handle)
}
