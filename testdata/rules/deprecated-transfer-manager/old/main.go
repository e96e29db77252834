package main

import (
	"context"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/feature/s3/manager" // want: ^feature/s3/manager is deprecated: github.com/aws/aws-sdk-go-v2/feature/s3/transfermanager takes its place$
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var uploader = manager.NewUploader(s3.New(s3.Options{}))

func handle(ctx context.Context, key string) error {
	_, err := uploader.Upload(ctx, &s3.PutObjectInput{Key: &key, Body: strings.NewReader("x")})
	return err
}

func main() {
	lambda.Start(handle)
}
