package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func handle(ctx context.Context, key string) error {
	var opts []func(*config.LoadOptions) error
	if os.Getenv("ROLE") != "" {
		opts = append(opts, config.WithSharedConfigProfile(os.Getenv("ROLE")))
	}
	cfg, err := config.LoadDefaultConfig(ctx, opts...) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	client := s3.NewFromConfig(cfg)
	_, err = client.HeadObject(ctx, &s3.HeadObjectInput{Key: &key})
	return err
}

func main() {
	lambda.Start(handle)
}
