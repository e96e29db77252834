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
	var cfg aws.Config
	var cfgErr error
	if os.Getenv("LOCAL") != "" {
		cfg, cfgErr = config.LoadDefaultConfig(ctx, config.WithRegion("local")) // want: AWS configuration is loaded
	} else {
		cfg, cfgErr = config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	}
	if cfgErr != nil {
		return errors.Join(errors.New("no configuration"), cfgErr)
	}
	var client *s3.Client = s3.NewFromConfig(cfg)
	if os.Getenv("LOCAL") != "" {
		client = s3.NewFromConfig(cfg, func(o *s3.Options) { o.UsePathStyle = true })
	}
	_, err := client.HeadObject(ctx, &s3.HeadObjectInput{Key: &key})
	return err
}

func main() {
	lambda.Start(handle)
}
