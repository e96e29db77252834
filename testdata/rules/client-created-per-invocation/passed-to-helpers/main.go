package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func publish(ctx context.Context, topic *sns.Client, text string) error {
	_, err := topic.Publish(ctx, &sns.PublishInput{TopicArn: aws.String("news"), Message: aws.String(text)})
	return err
}

func enqueue(ctx context.Context, queue *sqs.Client, text string) error {
	_, err := queue.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: aws.String("news"), MessageBody: aws.String(text)})
	return err
}

func handle(ctx context.Context, text string) error {
	log.Printf("got %d bytes", len(text))

	cfg, err := config.LoadDefaultConfig(context.TODO()) // want: AWS configuration is loaded
	if err != nil {
		return err
	}

	if err := publish(ctx, sns.NewFromConfig(cfg), text); err != nil {
		return err
	}
	return enqueue(ctx, sqs.NewFromConfig(cfg), text)
}

func main() {
	lambda.Start(handle)
}
