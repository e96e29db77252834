package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

func assigned(ctx context.Context, keys []string) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return fmt.Errorf("cannot load configuration: %w", err)
	}
	files := s3.NewFromConfig(cfg)
	// every key on its own
	for _, key := range keys {
		if _, err = files.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: aws.String("b"), Key: aws.String(key)}); err != nil {
			break
		}
	}
	return err
}

func named(ctx context.Context, text string) (id string, err error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return "", err
	}
	topic := sns.NewFromConfig(cfg)
	sent, err := topic.Publish(ctx, &sns.PublishInput{TopicArn: aws.String("t"), Message: aws.String(text)})
	if err != nil {
		return
	}
	id = aws.ToString(sent.MessageId)
	return
}

func handle(ctx context.Context, keys []string) (string, error) {
	if err := assigned(ctx, keys); err != nil {
		return "", err
	}
	return named(ctx, "deleted")
}

func main() {
	lambda.Start(handle)
}
