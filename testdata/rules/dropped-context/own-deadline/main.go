package main

import (
	"context"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client = s3.New(s3.Options{Region: "eu-central-1"})

func handle(ctx context.Context) error {
	if _, err := client.ListBuckets(ctx, &s3.ListBucketsInput{}); err != nil {
		late, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		_, err = client.ListBuckets(late, &s3.ListBucketsInput{})
		return err
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
