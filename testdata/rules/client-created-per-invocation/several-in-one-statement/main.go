package main

import (
	"context"
	"errors"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type in struct{ Bucket, Key string }

func handle(ctx context.Context, e in) (map[string]string, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return nil, errors.New("cannot load the SDK configuration")
	}
	files, keys := s3.NewFromConfig(cfg), kms.NewFromConfig(cfg)
	signer := s3.NewPresignClient(files, s3.WithPresignExpires(10*time.Minute))

	if _, err := keys.DescribeKey(ctx, &kms.DescribeKeyInput{KeyId: &e.Key}); err != nil {
		return nil, err
	}
	if _, err := files.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &e.Bucket, Key: &e.Key}); err != nil {
		return nil, err
	}
	signed, err := signer.PresignGetObject(ctx, &s3.GetObjectInput{Bucket: &e.Bucket, Key: &e.Key})
	if err != nil {
		return nil, err
	}
	return map[string]string{"url": signed.URL}, nil
}

func main() {
	lambda.Start(handle)
}
