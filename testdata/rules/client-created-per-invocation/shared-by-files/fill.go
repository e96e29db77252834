package main

import (
	"context"
	"errors"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var errEmpty = errors.New("the basket is empty")

func fill(ctx context.Context, basket string) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded at each invocation
	if err != nil {
		return err
	}
	client := sqs.NewFromConfig(cfg)
	_, err = client.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: &basket})
	return err
}

func main() {
	if lambdaName() == "fill" {
		lambda.Start(fill)
	} else if lambdaName() == "take" {
		lambda.Start(take)
	} else {
		lambda.Start(report)
	}
}
