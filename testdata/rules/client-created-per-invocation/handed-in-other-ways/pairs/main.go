package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func put(ctx context.Context, from, to aws.Config, key string) error {
	source := s3.NewFromConfig(from)
	target := s3.NewFromConfig(to)
	if _, err := source.HeadObject(ctx, &s3.HeadObjectInput{Key: &key}); err != nil {
		return err
	}
	_, err := target.DeleteObject(ctx, &s3.DeleteObjectInput{Key: &key})
	return err
}

func handle(ctx context.Context, key string) error {
	near, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	far, err := config.LoadDefaultConfig(ctx, config.WithRegion("us-east-1")) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	return put(ctx, near, far, key)
}

func main() {
	lambda.Start(handle)
}
