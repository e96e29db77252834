package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"

	"example.com/x/clients"
)

type job struct {
	Kind  string
	Topic string
}

type worker struct {
	kind    string
	clients *clients.Clients
}

func newWorker(ctx context.Context, kind string) (*worker, error) {
	made, err := clients.New(ctx)
	if err != nil {
		return nil, fmt.Errorf("worker for %s: %w", kind, err)
	}
	return &worker{kind: kind, clients: made}, nil
}

func handle(ctx context.Context, asked job) error {
	w, err := newWorker(ctx, asked.Kind)
	if err != nil {
		return err
	}
	if w.kind == "list" {
		_, err = w.clients.Files.ListBuckets(ctx, &s3.ListBucketsInput{})
		return err
	}
	_, err = w.clients.Topics.Publish(ctx, &sns.PublishInput{TopicArn: &asked.Topic, Message: &asked.Kind})
	return err
}

func main() {
	lambda.Start(handle)
}
