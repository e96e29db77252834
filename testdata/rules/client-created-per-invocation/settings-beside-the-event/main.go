package main

import (
	"context"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type factory func(ctx context.Context, region string) (sender, error)

type sender interface {
	Send(ctx context.Context, body string) error
}

// arguments hold the records of the event beside what is set for the function.
type arguments struct {
	Records []events.SQSMessage
	Queue   string
	New     factory
}

type client struct{ queues *sqs.Client }

func (c *client) Send(ctx context.Context, body string) error {
	_, err := c.queues.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &body})
	return err
}

// office has a method of the same name that takes something else.
type office struct{ make factory }

func (o *office) Send(ctx context.Context, queue string, body string) error {
	to, err := o.make(ctx, region(queue))
	if err != nil {
		return err
	}
	return to.Send(ctx, body)
}

func region(queue string) string {
	return strings.Split(queue, ".")[1]
}

func connect(ctx context.Context, region string) (sender, error) {
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(region)) // want: AWS configuration is loaded at each invocation
	if err != nil {
		return nil, err
	}
	return &client{queues: sqs.NewFromConfig(cfg)}, nil
}

func send(ctx context.Context, a arguments) error {
	o := &office{make: a.New}
	for _, r := range a.Records {
		if err := o.Send(ctx, a.Queue, r.Body); err != nil {
			return err
		}
	}
	return nil
}

func handle(ctx context.Context, e events.SQSEvent) error {
	return send(ctx, arguments{Records: e.Records, Queue: os.Getenv("QUEUE_URL"), New: connect})
}

func main() {
	lambda.Start(handle)
}
