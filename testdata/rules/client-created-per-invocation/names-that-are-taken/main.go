package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func log(ctx context.Context, text string) {}

func handle(ctx context.Context, text string) error {
	config, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	s3 := s3.NewFromConfig(config)
	c := sns.NewFromConfig(config)
	queue := sqs.NewFromConfig(config)
	log(ctx, text)
	if _, err := c.Publish(ctx, &sns.PublishInput{Message: aws.String(text)}); err != nil {
		return err
	}
	return send(ctx, queue, list(ctx, s3))
}

func main() {
	lambda.Start(handle)
}
