package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/sns"
	"github.com/aws/aws-sdk-go/service/sqs"
)

// sender is what tests have another one of.
type sender interface {
	SendMessage(*sqs.SendMessageInput) (*sqs.SendMessageOutput, error)
}

// open is the factory of a sender.
var open func(region string) (sender, error) = newSender

// newSender talks to the queues of a region.
func newSender(region string) (sender, error) {
	sess, err := session.NewSession(&aws.Config{Region: aws.String(region)}) // want: ^AWS session is created at each invocation$
	if err != nil {
		return nil, fmt.Errorf("sender in %s: %w", region, err)
	}
	return sqs.New(sess), nil
}

func publish(topic, region, text string) error {
	if text == "" {
		return errors.New("nothing to say")
	}
	sess := session.Must(session.NewSession(&aws.Config{ // want: ^AWS session is created at each invocation$
		Region: aws.String(region),
	}))
	svc := sns.New(sess)

	_, err := svc.Publish(&sns.PublishInput{TopicArn: &topic, Message: &text})
	return err
}

func handle(text string) error {
	region := os.Getenv("QUEUE_REGION")
	queue, err := open(region)
	if err != nil {
		return err
	}
	if _, err := queue.SendMessage(&sqs.SendMessageInput{QueueUrl: aws.String(os.Getenv("QUEUE")), MessageBody: &text}); err != nil {
		return err
	}
	return publish(os.Getenv("TOPIC"), region, text)
}

func main() {
	lambda.Start(handle)
}
