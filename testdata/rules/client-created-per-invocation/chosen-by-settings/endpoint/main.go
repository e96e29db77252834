package main

import (
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/sqs"
	"github.com/aws/aws-sdk-go/service/sqs/sqsiface"
)

func forward(queue sqsiface.SQSAPI, sess *session.Session, body string) error {
	_, err := queue.SendMessage(&sqs.SendMessageInput{
		QueueUrl:    aws.String(os.Getenv("QUEUE")),
		MessageBody: aws.String(body + aws.StringValue(sess.Config.Region)),
	})
	return err
}

func handle(e events.SNSEvent) error {
	sess := session.Must(session.NewSession()) // want: AWS session is created
	var svc *sqs.SQS
	if endpoint := os.Getenv("SQS_ENDPOINT"); endpoint != "" {
		svc = sqs.New(sess, &aws.Config{Endpoint: aws.String(endpoint)})
	} else {
		svc = sqs.New(sess)
	}
	for _, r := range e.Records {
		if err := forward(svc, sess, r.SNS.Message); err != nil {
			return err
		}
	}
	return nil
}

func main() { lambda.Start(handle) }
