package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var steps = []func(context.Context, aws.Config) error{list, purge}

func list(ctx context.Context, cfg aws.Config) error {
	_, err := s3.NewFromConfig(cfg).ListBuckets(ctx, nil)
	return err
}

func purge(ctx context.Context, cfg aws.Config) error {
	_, err := sqs.NewFromConfig(cfg).PurgeQueue(ctx, &sqs.PurgeQueueInput{})
	return err
}

func handle(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	for _, step := range steps {
		if err := step(ctx, cfg); err != nil {
			return err
		}
	}
	return list(ctx, cfg)
}

func main() {
	lambda.Start(handle)
}
