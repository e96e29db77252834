package main

import (
	"context"
	"os"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func lambdaName() string { return os.Getenv("AWS_LAMBDA_FUNCTION_NAME") }

func take(ctx context.Context, basket string) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded at each invocation
	if err != nil {
		return err
	}
	queue := sqs.NewFromConfig(cfg)
	out, err := queue.ReceiveMessage(ctx, &sqs.ReceiveMessageInput{QueueUrl: &basket})
	if err == nil && len(out.Messages) == 0 {
		return errEmpty
	}
	return err
}
