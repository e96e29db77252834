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

var files = &store{client: s3.New(s3.Options{Region: "eu-central-1"})}

func handle(ctx context.Context) error {
	return files.list()
}

func main() {
	lambda.Start(handle)
}
