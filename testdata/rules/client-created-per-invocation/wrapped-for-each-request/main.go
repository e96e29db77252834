package main

import (
	"context"
	"log/slog"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type files struct {
	client *s3.Client
	log    *slog.Logger
}

func (f *files) save(ctx context.Context, text string) error {
	up := manager.NewUploader(f.client)
	input := &s3.PutObjectInput{Bucket: aws.String("orders"), Key: aws.String(text), Body: strings.NewReader(text)}
	_, err := up.Upload(ctx, input)
	f.log.InfoContext(ctx, "saved")
	return err
}

func handle(ctx context.Context, text string) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded at each invocation
	if err != nil {
		return err
	}
	f := &files{client: s3.NewFromConfig(cfg), log: slog.With("name", text)}
	return f.save(ctx, text)
}

func main() {
	lambda.Start(handle)
}
