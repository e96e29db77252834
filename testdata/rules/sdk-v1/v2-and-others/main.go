package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client = s3.New(s3.Options{})

func handle(ctx context.Context) error {
	_, err := client.ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
}

func main() {
	lambda.Start(handle)
}
