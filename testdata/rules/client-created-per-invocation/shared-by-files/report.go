package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// report has a parameter that is called like the client of another file.
func report(ctx context.Context, sqsClient string) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded at each invocation
	if err != nil {
		return err
	}
	queues, topics := sqs.NewFromConfig(cfg), sns.NewFromConfig(cfg)
	if _, err := queues.ListQueues(ctx, nil); err != nil {
		return err
	}
	_, err = topics.Publish(ctx, &sns.PublishInput{Message: &sqsClient})
	return err
}
