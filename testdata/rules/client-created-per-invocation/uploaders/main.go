package main

import (
	"context"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var kept = s3.New(s3.Options{})

func save(ctx context.Context, up *manager.Uploader, text string) error {
	input := &s3.PutObjectInput{Bucket: aws.String(text), Key: aws.String(text), Body: strings.NewReader(text)}
	_, err := up.Upload(ctx, input)
	return err
}

func handle(ctx context.Context, text string) error {
	if err := save(ctx, manager.NewUploader(kept), text); err != nil {
		return err
	}
	client := s3.New(s3.Options{}) // want: s3 client is created at each invocation
	return save(ctx, manager.NewUploader(client), text)
}

func main() {
	lambda.Start(handle)
}
