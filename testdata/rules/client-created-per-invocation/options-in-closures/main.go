package main

import (
	"context"
	"log/slog"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func handle(ctx context.Context, key string) (string, error) {
	region := os.Getenv("BUCKET_REGION")
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(region)) // want: AWS configuration is loaded
	if err != nil {
		slog.ErrorContext(ctx, "no configuration", "error", err)
		return "", err
	}
	endpoint := os.Getenv("BUCKET_ENDPOINT")
	bucket := s3.NewFromConfig(cfg, func(o *s3.Options) {
		o.UsePathStyle = true
		if endpoint != "" {
			o.BaseEndpoint = aws.String(endpoint)
		}
	})
	slog.InfoContext(ctx, "read", "key", key, "endpoint", endpoint)
	found, err := bucket.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String("papers"), Key: aws.String(key)})
	if err != nil {
		return "", err
	}
	defer found.Body.Close()
	return aws.ToString(found.ETag), nil
}

func main() {
	lambda.Start(handle)
}
