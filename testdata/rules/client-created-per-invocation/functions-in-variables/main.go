package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.com/x/settings"
)

func newFiles() (*s3.Client, error) {
	cfg, err := settings.For(os.Getenv("AWS_REGION"), os.Getenv("ENDPOINT"))
	if err != nil {
		return nil, err
	}
	return s3.NewFromConfig(*cfg), nil // want: ^s3 client is created at each invocation$
}

func handle(ctx context.Context) (int, error) {
	files, err := newFiles()
	if err != nil {
		return 0, err
	}
	out, err := files.ListBuckets(ctx, &s3.ListBucketsInput{})
	if err != nil {
		return 0, err
	}
	return len(out.Buckets), nil
}

func main() {
	lambda.Start(handle)
}
