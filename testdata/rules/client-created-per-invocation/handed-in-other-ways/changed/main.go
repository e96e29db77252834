package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func list(ctx context.Context, cfg aws.Config, region string) error {
	cfg.Region = region
	_, err := s3.NewFromConfig(cfg).ListBuckets(ctx, nil)
	return err
}

func handle(ctx context.Context, region string) error {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return err
	}
	return list(ctx, cfg, region)
}

func main() {
	lambda.Start(handle)
}
