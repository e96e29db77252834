package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var queue = os.Getenv("QUEUE")

var client *sqs.Client

func init() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	client = sqs.NewFromConfig(cfg)
}

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		_, err := client.SendMessage(ctx, &sqs.SendMessageInput{
			QueueUrl:    aws.String(queue),
			MessageBody: aws.String(record.Body),
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
