package main

import (
	"context"
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type note struct{ ID string }

func tell(n note) error {
	if n.ID == "" {
		return errors.New("no id")
	}
	return nil
}

func process(m events.SQSMessage) error { return nil }

func handle(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := process(m); err != nil {
			return err
		}
		_ = tell(note{ID: m.MessageId})
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
