package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type service struct {
	files *s3.Client
	queue *sqs.Client
}

func newService(cfg aws.Config) *service {
	s := &service{files: s3.NewFromConfig(cfg)}
	if os.Getenv("QUEUE") != "" {
		s.queue = sqs.NewFromConfig(cfg)
	}
	return s
}

func (s *service) run(ctx context.Context, key string) error {
	_, err := s.files.DeleteObject(ctx, &s3.DeleteObjectInput{Key: &key})
	return err
}

func handle(ctx context.Context, key string) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	svc := newService(cfg)
	defer log.Println("done")
	return svc.run(ctx, key)
}

func main() {
	lambda.Start(handle)
}
