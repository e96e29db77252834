package main

import (
	"context"
	"encoding/json"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type ping struct{ Name string }

type pong struct{ Count int }

func post[T any](ctx context.Context, cfg aws.Config, queue string, value T) error {
	data, err := json.Marshal(value)
	if err != nil {
		return err
	}
	_, err = sqs.NewFromConfig(cfg).SendMessage(ctx, &sqs.SendMessageInput{
		QueueUrl:    &queue,
		MessageBody: aws.String(string(data)),
	})
	return err
}

func handle(ctx context.Context, in ping) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	if err := post(ctx, cfg, os.Getenv("PINGS"), in); err != nil {
		return err
	}
	return post(ctx, cfg, os.Getenv("PONGS"), pong{Count: 1})
}

func main() {
	lambda.Start(handle)
}
