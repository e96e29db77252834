package main

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client = sync.OnceValue(func() *s3.Client {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		return nil
	}
	return s3.NewFromConfig(cfg)
})

func list(ctx context.Context) error {
	if ctx == nil {
		ctx = context.Background()
	}
	_, err := client().ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
}

func flush(ctx context.Context) { slog.InfoContext(ctx, "flushed") }

func handle(ctx context.Context) error {
	defer flush(context.Background())
	defer func() {
		late, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		flush(late)
	}()
	return list(ctx)
}

func main() {
	lambda.StartWithOptions(handle, lambda.WithContext(context.Background()))
}
