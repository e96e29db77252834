package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var client *sqs.Client

func init() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		panic(err)
	}
	client = sqs.NewFromConfig(cfg)
}

func handle(ctx context.Context) error {
	_, err := client.SendMessageBatch(ctx, &sqs.SendMessageBatchInput{}) // want: client.SendMessageBatch can fail in part, Failed of its answer is never looked at
	return err
}

func main() {
	lambda.Start(handle)
}
