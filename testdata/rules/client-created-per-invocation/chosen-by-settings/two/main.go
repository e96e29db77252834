package main

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func main() {
	lambda.Start(func(ctx context.Context, e events.S3Event) (n int, err error) {
		cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
		if err != nil {
			return 0, fmt.Errorf("loading configuration: %w", err)
		}
		var files *s3.Client
		var queue *sqs.Client
		if endpoint, ok := os.LookupEnv("LOCALSTACK"); ok {
			files = s3.NewFromConfig(cfg, func(o *s3.Options) {
				o.BaseEndpoint = aws.String(endpoint)
				o.UsePathStyle = true
			})
			queue = sqs.NewFromConfig(cfg, func(o *sqs.Options) {
				o.BaseEndpoint = aws.String(endpoint)
			})
		} else {
			files = s3.NewFromConfig(cfg)
			queue = sqs.NewFromConfig(cfg)
		}
		for _, r := range e.Records {
			_, err = files.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &r.S3.Bucket.Name, Key: &r.S3.Object.Key})
			if err != nil {
				return
			}
			if _, err = queue.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.S3.Object.Key}); err != nil {
				return
			}
			n++
		}
		return
	})
}
