package main

import (
	"context"
	"errors"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func handle(ctx context.Context, key string) error {
	var (
		cfg    aws.Config
		client *s3.Client
		err    error
	)
	cfg, err = config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return errors.Join(errors.New("loading"), err)
	}
	if os.Getenv("ENDPOINT") != "" {
		client = s3.NewFromConfig(cfg, func(o *s3.Options) {
			o.BaseEndpoint = aws.String(os.Getenv("ENDPOINT"))
			o.UsePathStyle = true
		})
	} else {
		client = s3.NewFromConfig(cfg)
	}
	_, err = client.DeleteObject(ctx, &s3.DeleteObjectInput{Key: &key})
	return err
}

func main() {
	lambda.Start(handle)
}
