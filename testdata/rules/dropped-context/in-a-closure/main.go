package main

import (
	"context"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client = s3.New(s3.Options{Region: "eu-central-1"})

func handle(ctx context.Context) error {
	list := func() error {
		short, cancel := context.WithTimeout(context.Background(), time.Second) // want: drops the invocation's context, ctx
		defer cancel()
		_, err := client.ListBuckets(short, &s3.ListBucketsInput{})
		return err
	}
	return list()
}

func main() {
	lambda.Start(handle)
}
