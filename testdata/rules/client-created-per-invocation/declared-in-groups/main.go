package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type order struct {
	Bucket, Queue string
}

func handle(ctx context.Context, in order) error {
	var (
		cfg aws.Config
		err error
	)
	cfg, err = config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded at each invocation
	if err != nil {
		return fmt.Errorf("configuration: %w", err)
	}

	var (
		// objects lie in buckets of other accounts
		objects = s3.NewFromConfig(cfg, func(o *s3.Options) {
			o.UseARNRegion = true
		})

		messages = sqs.NewFromConfig(cfg)
	)
	if _, err = objects.HeadBucket(ctx, &s3.HeadBucketInput{Bucket: &in.Bucket}); err != nil {
		return err
	}
	_, err = messages.PurgeQueue(ctx, &sqs.PurgeQueueInput{QueueUrl: &in.Queue})
	return err
}

func main() {
	lambda.Start(handle)
}
