package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client = s3.New(s3.Options{Region: "eu-central-1"})

func remove(ctx context.Context, bucket, key string) error {
	_, err := client.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &bucket, Key: &key})
	return err
}

func handle(ctx context.Context, e events.S3Event) error {
	for _, record := range e.Records {
		object := record.S3.Object
		key := object.Key // want: still URL-encoded
		if err := remove(ctx, record.S3.Bucket.Name, key); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
