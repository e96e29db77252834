package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type scan struct{ Regions []string }

func list(ctx context.Context, region string) error {
	client := s3.New(s3.Options{Region: region})
	_, err := client.ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
}

func handle(ctx context.Context, s *scan) error {
	for _, region := range s.Regions {
		if err := list(ctx, region); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
