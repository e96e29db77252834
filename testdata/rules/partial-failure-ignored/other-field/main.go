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
	answer, err := client.SendMessageBatch(ctx, &sqs.SendMessageBatchInput{}) // want: client.SendMessageBatch can fail in part, Failed of its answer is never looked at
	if err != nil {
		return err
	}
	log.Print(len(answer.Successful))
	return nil
}

func main() {
	lambda.Start(handle)
}
