package main

import (
	"context"
	"log/slog"
	"net/url"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client = s3.New(s3.Options{Region: "eu-central-1"})

func handle(ctx context.Context, e events.S3Event) error {
	for _, record := range e.Records {
		key, err := url.QueryUnescape(record.S3.Object.Key)
		if err != nil {
			return err
		}
		if _, err := client.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &record.S3.Bucket.Name, Key: &key}); err != nil {
			return err
		}
		slog.InfoContext(ctx, "gone", "key", record.S3.Object.Key)
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
