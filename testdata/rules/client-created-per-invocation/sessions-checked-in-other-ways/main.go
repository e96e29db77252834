package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/sqs"
)

func handle(ctx context.Context, text string) error {
	sess, err := session.NewSession() // want: AWS session is created
	if err != nil {
		log.Println("no session:", err)
		return err
	}
	queue := sqs.New(sess)
	if _, err := queue.SendMessageWithContext(ctx, &sqs.SendMessageInput{
		QueueUrl:    aws.String(os.Getenv("QUEUE")),
		MessageBody: aws.String(text),
	}); err != nil {
		return err
	}
	return note(ctx, text)
}

func note(ctx context.Context, text string) error {
	_, err := sqs.New(session.Must(session.NewSession())).SendMessageWithContext(ctx, &sqs.SendMessageInput{ // want: AWS session is created
		QueueUrl:    aws.String(os.Getenv("NOTES")),
		MessageBody: aws.String(text),
	})
	return err
}

func main() {
	lambda.Start(handle)
}
