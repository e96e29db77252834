package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func list(cfg aws.Config) error {
	_, err := s3.NewFromConfig(cfg).ListBuckets(context.TODO(), nil)
	return err
}

func walk(ctx context.Context, cfg aws.Config, depth int) error {
	if depth == 0 {
		return list(cfg)
	}
	return walk(ctx, cfg, depth-1)
}

func handle(ctx context.Context, depth int) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	done := make(chan error)
	go func() { done <- walk(ctx, cfg, depth) }()
	return <-done
}

func main() {
	lambda.Start(handle)
}
