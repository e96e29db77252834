package main

import (
	"context"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var (
	once   sync.Once
	tables *dynamodb.Client
	files  *s3.Client
)

func connect(ctx context.Context) (err error) {
	once.Do(func() {
		cfg, failed := config.LoadDefaultConfig(ctx)
		if failed != nil {
			err = failed
			return
		}
		tables = dynamodb.NewFromConfig(cfg)
	})
	return err
}

func handle(ctx context.Context) error {
	if err := connect(ctx); err != nil {
		return err
	}
	if files == nil {
		cfg, err := config.LoadDefaultConfig(ctx)
		if err != nil {
			return err
		}
		files = s3.NewFromConfig(cfg)
	}
	_, err := files.ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
}

func main() {
	lambda.Start(handle)
}
