package main

import (
	"context"
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var handlers = map[string]func(context.Context, events.SQSMessage) error{
	"add":    add,
	"remove": remove,
}

func load(ctx context.Context) (aws.Config, error) {
	return config.LoadDefaultConfig(ctx, config.WithRetryMaxAttempts(3)) // want: AWS configuration is loaded
}

func add(ctx context.Context, m events.SQSMessage) error {
	cfg, err := load(ctx)
	if err != nil {
		return err
	}
	return write(ctx, cfg, "added", m.Body)
}

func remove(ctx context.Context, m events.SQSMessage) error {
	cfg, err := load(ctx)
	if err != nil {
		return err
	}
	return write(ctx, cfg, "removed", m.Body)
}

func write(ctx context.Context, cfg aws.Config, prefix, body string) error {
	key := prefix + "/" + body
	_, err := s3.NewFromConfig(cfg).DeleteObject(ctx, &s3.DeleteObjectInput{Key: &key})
	return err
}

func handle(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		h, ok := handlers[m.Attributes["kind"]]
		if !ok {
			return errors.New("unknown kind")
		}
		if err := h(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
