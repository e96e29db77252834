package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func handle(ctx context.Context) error {
	client := s3.New(s3.Options{Region: "eu-central-1"}) //lambdalint:ignore[LL201] -- runs once a day
	_, err := client.ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
}

func main() {
	lambda.Start(handle)
}
