package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type getter interface {
	GetObject(context.Context, *s3.GetObjectInput, ...func(*s3.Options)) (*s3.GetObjectOutput, error)
}

// opened is another function in tests.
var opened = func(ctx context.Context) (getter, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return nil, err
	}
	return s3.NewFromConfig(cfg), nil
}

func handle(ctx context.Context, key string) (int64, error) {
	papers, err := opened(ctx)
	if err != nil {
		return 0, err
	}
	found, err := papers.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String(os.Getenv("BUCKET")), Key: &key})
	if err != nil {
		return 0, err
	}
	defer found.Body.Close()
	return aws.ToInt64(found.ContentLength), note(ctx)
}

func note(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	client := s3.NewFromConfig(cfg)
	_, err = client.HeadBucket(ctx, &s3.HeadBucketInput{Bucket: aws.String(os.Getenv("NOTES"))})
	return err
}

func main() {
	lambda.Start(handle)
}
