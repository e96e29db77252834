package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type store struct{ client *s3.Client }

func (s *store) list() error {
	_, err := s.client.ListBuckets(context.Background(), &s3.ListBucketsInput{}) // want: ^context.Background\(\) on the handler path: \(store\).list takes no context.Context$
	return err
}

func (s *store) clear(buckets []string) error {
	for _, name := range buckets {
		_, err := s.client.DeleteBucket(context.TODO(), &s3.DeleteBucketInput{Bucket: &name}) // want: ^context.TODO\(\) on the handler path: \(store\).clear takes no context.Context$
		if err != nil {
			return err
		}
	}
	remove := func() error {
		_, err := s.client.ListBuckets(context.Background(), &s3.ListBucketsInput{})
		return err
	}
	return remove()
}

var files = &store{client: s3.New(s3.Options{Region: "eu-central-1"})}

func handle(ctx context.Context) error {
	if err := files.clear([]string{"old", "older"}); err != nil {
		return err
	}
	return files.list()
}

func main() {
	lambda.Start(handle)
}
