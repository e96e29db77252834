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
	table string
}

const debug = false

func (a app) handle(ctx context.Context, e events.SQSEvent) error {
	cfg, e2 := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if e2 != nil {
		return e2
	}
	var client *s3.Client
	if v, ok := os.LookupEnv("S3_URL"); ok && v != "" {
		client = s3.NewFromConfig(cfg, func(o *s3.Options) { o.BaseEndpoint = &v })
	} else if debug {
		client = s3.NewFromConfig(cfg, s3.WithAPIOptions())
	} else {
		client = s3.NewFromConfig(cfg)
	}
	_, e3 := client.ListBuckets(ctx, nil)
	return e3
}

func main() {
	lambda.Start(app{local: true}.handle)
}
