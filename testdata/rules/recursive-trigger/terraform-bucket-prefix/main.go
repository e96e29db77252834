package main

import (
	"context"
	"log"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client *s3.Client

func init() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	client = s3.NewFromConfig(cfg)
}

func handle(ctx context.Context, event events.S3Event) error {
	for _, record := range event.Records {
		_, err := client.PutObject(ctx, &s3.PutObjectInput{
			Bucket: aws.String(record.S3.Bucket.Name),
			Key:    aws.String("thumbnails/" + record.S3.Object.URLDecodedKey),
			Body:   strings.NewReader("small"),
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
