package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var shared *s3.Client

func open(ctx context.Context) *s3.Client {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded at each invocation
	if err != nil {
		log.Println(err)
	}
	return s3.NewFromConfig(cfg)
}

func init() {
	shared = open(context.Background())
}

func handle(ctx context.Context, bucket string) error {
	if bucket == "" {
		_, err := open(ctx).ListBuckets(ctx, nil)
		return err
	}
	_, err := shared.HeadBucket(ctx, &s3.HeadBucketInput{Bucket: &bucket})
	return err
}

func main() {
	lambda.Start(handle)
}
