package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client = s3.New(s3.Options{Region: "eu-central-1"})

func handle(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	_, err := client.ListBuckets(context.TODO(), &s3.ListBucketsInput{}) // want: ^context.TODO\(\) drops the invocation's context, ctx$
	return err
}

func main() {
	lambda.Start(handle)
}
