package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

func newConfigOptions() []func(*config.LoadOptions) error {
	return []func(*config.LoadOptions) error{config.WithRetryMaxAttempts(5)}
}

func handle(ctx context.Context, subject string) error {
	opts := newConfigOptions()
	if profile := os.Getenv("PROFILE"); profile != "" {
		opts = append(opts, config.WithSharedConfigProfile(profile))
	}
	cfg, err := config.LoadDefaultConfig(ctx, opts...) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	if url := os.Getenv("ENDPOINT"); url != "" {
		cfg.BaseEndpoint = aws.String(url)
	}
	client := sns.NewFromConfig(cfg)
	_, err = client.Publish(ctx, &sns.PublishInput{TopicArn: aws.String(os.Getenv("TOPIC")), Message: &subject})
	return err
}

func main() { lambda.Start(handle) }
