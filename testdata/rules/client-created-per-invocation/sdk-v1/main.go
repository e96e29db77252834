package main

import (
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/sns"
)

type app struct{}

func (a app) handle(e events.SNSEvent) error {
	topic := sns.New(session.Must(session.NewSession())) // want: ^AWS session is created at each invocation$
	_, err := topic.ListTopics(&sns.ListTopicsInput{})
	return err
}

func main() {
	lambda.Start(app{}.handle)
}
