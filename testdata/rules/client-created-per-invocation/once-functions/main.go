package main

import (
	"context"
	"log"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client *s3.Client

var open = sync.OnceFunc(func() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Println(err)
	}
	client = s3.NewFromConfig(cfg)
})

var both = sync.OnceValues(func() (*s3.Client, error) {
	cfg, err := config.LoadDefaultConfig(context.Background())
	return s3.NewFromConfig(cfg), err
})

func handle(ctx context.Context, bucket string) error {
	open()
	other, err := both()
	if err != nil {
		return err
	}
	if _, err := other.ListBuckets(ctx, nil); err != nil {
		return err
	}
	_, err = client.HeadBucket(ctx, &s3.HeadBucketInput{Bucket: &bucket})
	return err
}

func main() {
	lambda.Start(handle)
}
