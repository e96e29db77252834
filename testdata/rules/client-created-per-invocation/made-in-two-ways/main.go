package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/s3"
)

func count(ctx context.Context) (int, error) {
	client := s3.New(session.Must(session.NewSession())) // want: ^AWS session is created at each invocation$
	out, err := client.ListBucketsWithContext(ctx, &s3.ListBucketsInput{})
	if err != nil {
		return 0, err
	}
	return len(out.Buckets), nil
}

func remove(ctx context.Context, name string) error {
	sess := session.Must(session.NewSession()) // want: AWS session is created
	_, err := s3.New(sess).DeleteBucketWithContext(ctx, &s3.DeleteBucketInput{Bucket: &name})
	return err
}

func handle(ctx context.Context, name string) (int, error) {
	if err := remove(ctx, name); err != nil {
		return 0, err
	}
	return count(ctx)
}

func main() {
	lambda.Start(handle)
}
