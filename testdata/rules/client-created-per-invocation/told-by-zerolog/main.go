package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/rs/zerolog/log"
)

func handle(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: ^AWS configuration is loaded at each invocation$
	if err != nil {
		log.Fatal().Err(err).Msg("no configuration")
	}
	client := s3.NewFromConfig(cfg)
	out, err := client.ListBuckets(ctx, &s3.ListBucketsInput{})
	if err != nil {
		log.Error().Err(err).Msg("list")
		return err
	}
	log.Info().Int("buckets", len(out.Buckets)).Send()
	return nil
}

func main() {
	lambda.Start(handle)
}
