package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func put(ctx context.Context, cfg *aws.Config, key string) error {
	client := s3.NewFromConfig(*cfg)
	_, err := client.DeleteObject(ctx, &s3.DeleteObjectInput{Key: &key})
	return err
}

func handle(ctx context.Context, key string) error {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return err
	}
	return put(ctx, &cfg, key)
}

func main() {
	lambda.Start(handle)
}
