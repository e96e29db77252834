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

type archive struct {
	bucket string
	kind   string
}

func (a *archive) handle(ctx context.Context, event events.SQSEvent) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	files := s3.NewFromConfig(cfg)
	for _, message := range event.Records {
		if err := a.put(ctx, files, message.MessageId); err != nil {
			return err
		}
	}
	return nil
}

func (a *archive) put(ctx context.Context, files *s3.Client, id string) error {
	_, err := files.PutObject(ctx, &s3.PutObjectInput{
		Bucket:      aws.String(a.bucket),
		Key:         aws.String(id),
		ContentType: aws.String(a.kind),
	})
	return err
}

func main() {
	bucket := os.Getenv("BUCKET")
	if bucket == "" {
		log.Fatal("BUCKET is not set")
	}
	a := &archive{
		bucket: bucket,
		kind:   "text/plain",
	}
	lambda.Start(a.handle)
}
