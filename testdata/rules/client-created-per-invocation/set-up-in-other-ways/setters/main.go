package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client *s3.Client

func near(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	client = s3.NewFromConfig(cfg)
	return nil
}

func far(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion("us-east-1")) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	client = s3.NewFromConfig(cfg, s3.WithAPIOptions())
	return nil
}

func handle(ctx context.Context, key string) error {
	if key == "" {
		if err := near(ctx); err != nil {
			return err
		}
	} else if err := far(ctx); err != nil {
		return err
	}
	_, err := client.ListBuckets(ctx, nil)
	return err
}

func main() {
	lambda.Start(handle)
}
