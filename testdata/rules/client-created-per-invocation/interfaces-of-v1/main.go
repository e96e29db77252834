package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/sqs"
	"github.com/aws/aws-sdk-go/service/sqs/sqsiface"
)

func queue() sqsiface.SQSAPI {
	sess, err := session.NewSession() // want: AWS session is created
	if err != nil {
		log.Fatalf("no session: %v", err)
	}
	return sqs.New(sess)
}

func handle(ctx context.Context, text string) error {
	q := queue()
	_, err := q.SendMessageWithContext(ctx, &sqs.SendMessageInput{
		QueueUrl:    aws.String(os.Getenv("QUEUE")),
		MessageBody: aws.String(text),
	})
	return err
}

func main() {
	lambda.Start(handle)
}
