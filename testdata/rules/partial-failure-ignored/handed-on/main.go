package main

import (
	"context"
	"log"

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
	answer, err := client.SendMessageBatch(ctx, &sqs.SendMessageBatchInput{})
	if err != nil {
		return err
	}
	log.Print(answer)
	return nil
}

func main() {
	lambda.Start(handle)
}
