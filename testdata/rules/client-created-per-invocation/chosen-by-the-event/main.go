package main

import (
	"context"
	"errors"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type in struct {
	Fast bool
	Key  string
}

func handle(ctx context.Context, e in) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	var client *s3.Client
	if e.Fast {
		client = s3.NewFromConfig(cfg, func(o *s3.Options) { o.UseAccelerate = true })
	} else {
		client = s3.NewFromConfig(cfg)
	}
	if _, err = client.DeleteObject(ctx, &s3.DeleteObjectInput{Key: &e.Key}); err != nil {
		return err
	}

	var topic *sns.Client
	switch os.Getenv("STAGE") {
	case "prod":
		topic = sns.NewFromConfig(cfg)
	default:
		return errors.New("which stage?")
	}
	if _, err = topic.Publish(ctx, &sns.PublishInput{Message: &e.Key}); err != nil {
		return err
	}

	keys := kms.NewFromConfig(cfg)
	_, first := keys.EnableKey(ctx, &kms.EnableKeyInput{KeyId: &e.Key})
	if os.Getenv("AGAIN") != "" {
		keys = kms.NewFromConfig(cfg, func(o *kms.Options) { o.RetryMaxAttempts = 9 })
	}
	_, second := keys.EnableKey(ctx, &kms.EnableKeyInput{KeyId: &e.Key})

	queue := sqs.NewFromConfig(cfg)
	for try := 0; try < 3; try++ {
		if os.Getenv("FRESH") != "" {
			queue = sqs.NewFromConfig(cfg, func(o *sqs.Options) { o.RetryMaxAttempts = try })
		}
		if _, err := queue.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &e.Key}); err == nil {
			break
		}
	}
	return errors.Join(first, second)
}

func main() { lambda.Start(handle) }
