package main

import (
	"context"
	"errors"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var (
	files  *s3.Client
	queues *sqs.Client
	ready  bool
)

func setup(ctx context.Context) (err error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return
	}
	files = s3.NewFromConfig(cfg)
	queues = sqs.NewFromConfig(cfg)
	return
}

func prepare(ctx context.Context) error {
	if err := setup(ctx); err != nil {
		return errors.Join(errors.New("setup"), err)
	}
	return nil
}

func handle(ctx context.Context, key string) (err error) {
	if err := prepare(ctx); err != nil {
		log.Println(err)
		return err
	}
	_, err = files.HeadObject(ctx, &s3.HeadObjectInput{Key: &key})
	return
}

func main() {
	lambda.Start(handle)
}
