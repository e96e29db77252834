package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func must[T any](made T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return made
}

func count(ctx context.Context) (int, error) {
	client := s3.NewFromConfig(must(config.LoadDefaultConfig(ctx))) // want: ^AWS configuration is loaded at each invocation$
	out, err := client.ListBuckets(ctx, &s3.ListBucketsInput{})
	if err != nil {
		return 0, err
	}
	return len(out.Buckets), nil
}

func remove(ctx context.Context, name string) error {
	cfg := must(config.LoadDefaultConfig(ctx)) // want: AWS configuration is loaded at each invocation
	_, err := s3.NewFromConfig(cfg).DeleteBucket(ctx, &s3.DeleteBucketInput{Bucket: &name})
	return err
}

func handle(ctx context.Context, name string) (int, error) {
	if err := remove(ctx, name); err != nil {
		return 0, err
	}
	return count(ctx)
}

func main() {
	lambda.Start(handle)
}
