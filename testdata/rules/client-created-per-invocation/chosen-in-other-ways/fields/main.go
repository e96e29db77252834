package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type app struct {
	local bool
	name  string
}

func (a *app) handle(ctx context.Context, e events.SQSEvent) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	var client *s3.Client
	if a.local {
		client = s3.NewFromConfig(cfg, func(o *s3.Options) { o.UsePathStyle = true })
	} else {
		client = s3.NewFromConfig(cfg)
	}
	_, err = client.ListBuckets(ctx, nil)
	return err
}

func main() {
	local := os.Getenv("LOCAL") != ""
	a := &app{local: local, name: "x"}
	lambda.Start(a.handle)
}
