package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/sqs"
	"github.com/aws/aws-sdk-go/service/sqs/sqsiface"
	"github.com/caarlos0/env/v11"
)

type settings struct{ Name string }

type app struct{ queue sqsiface.SQSAPI }

func size(name string) (int, error) {
	return len(name), nil
}

func (a *app) handle(ctx context.Context, name string) (int, error) {
	_, failed := env.ParseAsWithOptions[settings](env.Options{})
	n, failed := size(name)
	if failed != nil {
		return 0, fmt.Errorf("no size: %v", failed) // want: ^%v keeps the text
	}
	if _, err := a.queue.ReceiveMessageWithContext(ctx, &sqs.ReceiveMessageInput{}); err != nil {
		return 0, fmt.Errorf("nothing received: %v", err) // want: ^%v keeps the text
	}
	return n, nil
}

func main() {
	a := &app{queue: sqs.New(session.Must(session.NewSession()))}
	lambda.Start(a.handle)
}
