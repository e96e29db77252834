package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func handle(ctx context.Context, e events.S3Event) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		log.Printf("config: %v", err)
		return err
	}
	for _, record := range e.Records {
		if err := process(ctx, cfg, record); err != nil {
			return fmt.Errorf("%s: %w", record.S3.Object.Key, err)
		}
	}
	return nil
}

// process copies what a record is about.
func process(ctx context.Context, cfg aws.Config, record events.S3EventRecord) error {
	client := s3.NewFromConfig(cfg)
	_, err := client.CopyObject(ctx, &s3.CopyObjectInput{
		Bucket:     aws.String(os.Getenv("ARCHIVE")),
		CopySource: aws.String(record.S3.Bucket.Name + "/" + record.S3.Object.Key),
		Key:        aws.String(record.S3.Object.Key),
	})
	if err != nil {
		return err
	}
	return announce(
		ctx,
		cfg,
		record.S3.Object.Key,
	)
}

func announce(ctx context.Context, cfg aws.Config, key string) error {
	_, err := sqs.NewFromConfig(cfg).SendMessage(ctx, &sqs.SendMessageInput{
		QueueUrl:    aws.String(os.Getenv("QUEUE")),
		MessageBody: &key,
	})
	return err
}

func main() {
	lambda.Start(handle)
}
