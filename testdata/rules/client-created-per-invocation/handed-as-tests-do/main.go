package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func depth(ctx context.Context, cfg aws.Config, url string) (string, error) {
	client := sqs.NewFromConfig(cfg)
	out, err := client.GetQueueAttributes(ctx, &sqs.GetQueueAttributesInput{QueueUrl: &url})
	if err != nil {
		return "", err
	}
	return out.Attributes["ApproximateNumberOfMessages"], nil
}

func handle(ctx context.Context, url string) (string, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return "", err
	}
	return depth(ctx, cfg, url)
}

func main() {
	lambda.Start(handle)
}
