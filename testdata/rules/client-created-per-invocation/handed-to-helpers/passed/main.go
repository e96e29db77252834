package main

import (
	"context"
	"log"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func handle(ctx context.Context, e events.S3Event) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		log.Println(err)
		return err
	}
	return all(ctx, cfg, e)
}

func all(ctx context.Context, cfg aws.Config, e events.S3Event) error {
	client := s3.NewFromConfig(cfg)
	queue := sqs.NewFromConfig(cfg)
	var wg sync.WaitGroup
	errs := make([]error, len(e.Records))
	for i, r := range e.Records {
		wg.Add(1)
		go func(i int, key string) {
			defer wg.Done()
			errs[i] = one(ctx, client, queue, key)
		}(i, r.S3.Object.URLDecodedKey)
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func one(ctx context.Context, client *s3.Client, queue *sqs.Client, key string) error {
	if _, err := client.HeadObject(ctx, &s3.HeadObjectInput{Key: &key}); err != nil {
		return err
	}
	_, err := queue.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &key})
	return err
}

func main() { lambda.Start(handle) }
