package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type order struct {
	Region string `json:"region"`
	Bucket string `json:"bucket"`
}

func handle(ctx context.Context, o order) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	// the bucket may be anywhere
	store := s3.NewFromConfig(cfg, func(options *s3.Options) { options.Region = o.Region })
	if _, err := store.HeadBucket(ctx, &s3.HeadBucketInput{Bucket: aws.String(o.Bucket)}); err != nil {
		return err
	}
	queue := sqs.NewFromConfig(cfg)
	_, err = queue.SendMessage(ctx, &sqs.SendMessageInput{
		QueueUrl:    aws.String(os.Getenv("QUEUE")),
		MessageBody: aws.String(o.Bucket),
	})
	return err
}

func main() {
	lambda.Start(handle)
}
