package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type lister interface {
	list(ctx context.Context, cfg aws.Config) error
}

type buckets struct{}

func (buckets) list(ctx context.Context, cfg aws.Config) error {
	_, err := s3.NewFromConfig(cfg).ListBuckets(ctx, nil)
	return err
}

var all lister = buckets{}

func handle(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	if err := all.list(ctx, cfg); err != nil {
		return err
	}
	return buckets{}.list(ctx, cfg)
}

func main() {
	lambda.Start(handle)
}
