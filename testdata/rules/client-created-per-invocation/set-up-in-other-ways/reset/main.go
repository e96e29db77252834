package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client *s3.Client

// Setup makes the client.
func Setup(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	client = s3.NewFromConfig(cfg)
	return nil
}

func reset() { client = nil }

func handle(ctx context.Context, key string) error {
	defer reset()
	if err := Setup(ctx); err != nil {
		return err
	}
	_, err := client.ListBuckets(ctx, nil)
	return err
}

func main() {
	lambda.Start(handle)
}
