package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdacontext"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type tenant string

var base, _ = config.LoadDefaultConfig(context.Background())

func regional(region string) *s3.Client {
	return s3.NewFromConfig(base, func(o *s3.Options) { o.Region = region })
}

func of(ctx context.Context) *s3.Client {
	invoked, _ := lambdacontext.FromContext(ctx)
	own := base.Copy()
	own.AppID = invoked.InvokedFunctionArn
	return s3.NewFromConfig(own)
}

func handle(ctx context.Context, e events.S3Event) error {
	for _, record := range e.Records {
		cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(record.AWSRegion))
		if err != nil {
			return err
		}
		if _, err := s3.NewFromConfig(cfg).ListBuckets(ctx, &s3.ListBucketsInput{}); err != nil {
			return err
		}
		if _, err := regional(record.AWSRegion).ListBuckets(ctx, &s3.ListBucketsInput{}); err != nil {
			return err
		}
		fresh, err := config.LoadDefaultConfig(ctx)
		if err != nil {
			return err
		}
		fresh.Region = record.AWSRegion
		if _, err := s3.NewFromConfig(fresh).ListBuckets(ctx, &s3.ListBucketsInput{}); err != nil {
			return err
		}
		if name, ok := ctx.Value(tenant("")).(string); ok {
			client := s3.New(s3.Options{Region: aws.ToString(&name)})
			if _, err := client.ListBuckets(ctx, &s3.ListBucketsInput{}); err != nil {
				return err
			}
		}
	}
	_, err := of(ctx).ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
}

func main() {
	lambda.Start(handle)
}
