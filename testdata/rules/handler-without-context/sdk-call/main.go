package main

import (
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/sqs"
)

var queue = sqs.New(session.Must(session.NewSession()))

func handle(e events.SQSEvent) error { // want: ^handle takes no context.Context, but sqs.SQS.ReceiveMessage is called on its path$
	_, err := queue.ReceiveMessage(&sqs.ReceiveMessageInput{})
	return err
}

func main() {
	lambda.Start(handle)
}
