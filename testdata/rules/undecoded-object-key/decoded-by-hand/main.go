package main

import (
	"context"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client = s3.New(s3.Options{})

func decodeKey(key string) string {
	return strings.ReplaceAll(key, "+", " ")
}

func handle(ctx context.Context, e events.S3Event) error {
	for _, record := range e.Records {
		key := record.S3.Object.Key
		plain := decodeKey(key)
		if plain != "" {
			key = plain
		}
		input := &s3.GetObjectInput{Bucket: aws.String(record.S3.Bucket.Name), Key: aws.String(key)}
		if _, err := client.GetObject(ctx, input); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
