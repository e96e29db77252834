package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func handle(ctx context.Context, key string) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	client := s3.NewFromConfig(cfg)
	if _, err := client.DeleteObject(ctx, &s3.DeleteObjectInput{Key: &key}); err != nil {
		return err
	}
	_, err = kms.NewFromConfig(awsCfg).DisableKey(ctx, &kms.DisableKeyInput{KeyId: &key}) // want: kms client is created
	return err
}

func main() { lambda.Start(handle) }
