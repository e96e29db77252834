package main

import (
	"context"
	"errors"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func handle(ctx context.Context, e events.SQSEvent) error {
	var opts []func(*config.LoadOptions) error
	switch stage := os.Getenv("STAGE"); {
	case stage == "local":
		opts = append(opts, config.WithRegion("local"))
	case stage == "dev", stage == "test":
		log.Println("more output")
		opts = append(opts, config.WithClientLogMode(aws.LogRequest), config.WithRegion("eu-west-1"))
	}
	cfg, err := config.LoadDefaultConfig(ctx, opts...) // want: AWS configuration is loaded
	if err != nil {
		log.Printf("config: %v", err)
		return err
	}
	queue := sqs.NewFromConfig(cfg)
	failed := 0
	for _, r := range e.Records {
		if _, err := queue.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.Body}); err != nil {
			failed++
		}
	}
	if failed > 0 {
		return errors.New("some failed")
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
