package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func handle(ctx context.Context, e events.SQSEvent) error {
	for _, r := range e.Records {
		cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
		if err != nil {
			return err
		}
		client := s3.NewFromConfig(cfg)
		if os.Getenv("LOCAL") != "" {
			client = s3.NewFromConfig(cfg, func(o *s3.Options) { o.UsePathStyle = true })
		}
		if _, err := client.DeleteObject(ctx, &s3.DeleteObjectInput{Key: &r.MessageId}); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
