package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

type worker struct {
	cfg   aws.Config
	other aws.Config
}

// near gets another region from a command.
func (w *worker) near(ctx context.Context) error {
	_, err := s3.NewFromConfig(w.cfg).ListBuckets(ctx, &s3.ListBucketsInput{}) // want: ^s3 client is created
	return err
}

// far uses what the literal leaves empty.
func (w *worker) far(ctx context.Context) error {
	_, err := sns.NewFromConfig(w.other).ListTopics(ctx, &sns.ListTopicsInput{}) // want: ^sns client is created
	return err
}

func (w *worker) handle(ctx context.Context) error {
	if err := w.near(ctx); err != nil {
		return err
	}
	return w.far(ctx)
}

func newWorker() *worker {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	w := &worker{
		cfg: cfg,
	}
	w.cfg.Region = "eu-west-1"
	return w
}

func main() {
	lambda.Start(newWorker().handle)
}
