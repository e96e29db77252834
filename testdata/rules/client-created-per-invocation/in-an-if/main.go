package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func client(ctx context.Context) (*s3.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return nil, err
	}
	return s3.NewFromConfig(cfg), nil
}

func handle(ctx context.Context, key string) (string, error) {
	if papers, err := client(ctx); err != nil {
		return "", err
	} else if found, err := papers.HeadObject(ctx, &s3.HeadObjectInput{Bucket: aws.String(os.Getenv("PAPERS")), Key: &key}); err != nil {
		return "", err
	} else {
		return aws.ToString(found.ETag), nil
	}
}

func main() {
	lambda.Start(handle)
}
