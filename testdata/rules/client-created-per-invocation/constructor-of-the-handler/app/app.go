// Package app copies objects and says so.
package app

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

// App has what an invocation needs.
type App struct {
	cfg    aws.Config
	bucket string
	copied int
}

// New reads the configuration.
func New() (*App, error) {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		return nil, fmt.Errorf("load AWS configuration: %w", err)
	}

	return &App{
		cfg:    cfg,
		bucket: os.Getenv("BUCKET"),
	}, nil
}

// Run copies one object.
func (a *App) Run(ctx context.Context, key string) error {
	client := s3.NewFromConfig(a.cfg) // want: ^s3 client is created at each invocation$
	_, err := client.CopyObject(ctx, &s3.CopyObjectInput{Bucket: &a.bucket, CopySource: &key, Key: &key})
	if err != nil {
		return err
	}
	a.copied++
	return a.say(ctx, key)
}

func (a *App) say(ctx context.Context, key string) error {
	_, err := sns.NewFromConfig(a.cfg).Publish(ctx, &sns.PublishInput{ // want: ^sns client is created at each invocation$
		Message:  aws.String(fmt.Sprintf("%s is number %d", key, a.copied)),
		TopicArn: aws.String(os.Getenv("TOPIC")),
	})
	return err
}
