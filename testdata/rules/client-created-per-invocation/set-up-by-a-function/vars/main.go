package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var (
	client *s3.Client
	bucket string
)

// connect makes the client.
func connect(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	if os.Getenv("LOCAL") == "" {
		client = s3.NewFromConfig(cfg)
	} else {
		log.Println("using a local bucket")
		client = s3.NewFromConfig(cfg, func(o *s3.Options) {
			o.BaseEndpoint = aws.String("http://localhost:4566")
		})
	}
	return nil
}

func handle(ctx context.Context, key string) error {
	if err := connect(ctx); err != nil {
		log.Println("connect:", err)
		return err
	}
	_, err := client.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &bucket, Key: &key})
	return err
}

func main() {
	bucket = os.Getenv("BUCKET")
	lambda.Start(handle)
}
