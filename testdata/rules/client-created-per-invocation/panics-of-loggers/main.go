package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/sirupsen/logrus"
)

var logger = logrus.New()

func handle(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: ^AWS configuration is loaded at each invocation$
	if err != nil {
		logger.Panic(err)
	}
	client := s3.NewFromConfig(cfg)
	out, err := client.ListBuckets(ctx, &s3.ListBucketsInput{})
	if err != nil {
		logger.WithError(err).Error("list")
		return err
	}
	logger.WithField("buckets", len(out.Buckets)).Info("listed")
	return nil
}

func main() {
	lambda.Start(handle)
}
