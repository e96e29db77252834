package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

var cfg aws.Config

func init() {
	var err error
	cfg, err = config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatal(err)
	}
}

func save(ctx context.Context, conf aws.Config, key string) error {
	client := s3.NewFromConfig(conf) // want: s3 client is created
	bucket := os.Getenv("BUCKET")
	_, err := client.PutObject(ctx, &s3.PutObjectInput{Bucket: &bucket, Key: &key})
	return err
}

func tell(ctx context.Context, conf aws.Config, key string) error {
	topic := os.Getenv("TOPIC_" + conf.Region)
	_, err := sns.NewFromConfig(conf).Publish(ctx, &sns.PublishInput{TopicArn: &topic, Message: &key}) // want: sns client is created
	return err
}

func handle(ctx context.Context, e events.SQSEvent) error {
	for _, r := range e.Records {
		if err := save(ctx, cfg, r.MessageId); err != nil {
			return err
		}
		if err := tell(ctx, cfg, r.MessageId); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
