package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func handle(ctx context.Context, key string) error {
	conf, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	var client *s3.Client
	if cfg := os.Getenv("CFG"); cfg != "" {
		client = s3.NewFromConfig(conf, func(o *s3.Options) { o.BaseEndpoint = &cfg })
	} else {
		client = s3.NewFromConfig(conf)
	}
	_, err = client.HeadObject(ctx, &s3.HeadObjectInput{Key: &key})
	return err
}

var cfg, cfgErr = config.LoadDefaultConfig(context.Background())

func main() {
	lambda.Start(handle)
}
