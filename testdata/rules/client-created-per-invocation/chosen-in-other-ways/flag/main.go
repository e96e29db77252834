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
)

func handle(ctx context.Context, e events.SQSEvent) (err error) {
	local := os.Getenv("LOCAL") == "true"
	var cfg aws.Config
	if local {
		cfg, err = config.LoadDefaultConfig(ctx, config.WithBaseEndpoint("http://localhost:4566")) // want: AWS configuration is loaded
	} else {
		cfg, err = config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	}
	if err != nil {
		return
	}
	client := s3.NewFromConfig(cfg, func(o *s3.Options) {
		o.UsePathStyle = local
	})
	_, err = client.ListBuckets(ctx, nil)
	if err != nil && local {
		log.Println("is the container up?")
	}
	return
}

func main() {
	lambda.Start(handle)
}
