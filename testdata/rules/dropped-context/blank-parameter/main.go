package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client = s3.New(s3.Options{Region: "eu-central-1"})

func handle(_ context.Context) error {
	_, err := client.ListBuckets(context.Background(), &s3.ListBucketsInput{}) // want: a parameter without a name
	return err
}

func main() {
	lambda.Start(handle)
}
