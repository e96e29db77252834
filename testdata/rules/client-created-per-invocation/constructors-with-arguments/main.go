package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

type order struct {
	Customer string
	Topic    string
}

// folder is what one customer has.
type folder struct {
	client *s3.Client
	prefix string
}

func newFolder(ctx context.Context, customer string) (*folder, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: ^AWS configuration is loaded at each invocation$
	if err != nil {
		return nil, err
	}
	return &folder{
		client: s3.NewFromConfig(cfg),
		prefix: customer + "/",
	}, nil
}

func (f *folder) put(ctx context.Context, name string) error {
	_, err := f.client.PutObject(ctx, &s3.PutObjectInput{Bucket: aws.String("orders"), Key: aws.String(f.prefix + name)})
	return err
}

// teller is nice to have.
type teller struct {
	client *sns.Client
	topic  string
}

func newTeller(ctx context.Context, topic string) (*teller, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: ^AWS configuration is loaded at each invocation$
	if err != nil {
		return nil, err
	}
	return &teller{client: sns.NewFromConfig(cfg), topic: topic}, nil
}

func (t *teller) tell(ctx context.Context, text string) {
	if _, err := t.client.Publish(ctx, &sns.PublishInput{TopicArn: &t.topic, Message: &text}); err != nil {
		log.Printf("nobody is told: %v", err)
	}
}

func handle(ctx context.Context, asked order) error {
	there, err := newFolder(ctx, asked.Customer)
	if err != nil {
		return err
	}
	if err := there.put(ctx, "order"); err != nil {
		return err
	}
	said, err := newTeller(ctx, asked.Topic)
	if err != nil {
		log.Printf("going on without: %v", err)
		said = nil
	}
	if said != nil {
		said.tell(ctx, "done")
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
