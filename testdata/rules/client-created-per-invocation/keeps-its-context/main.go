package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type lookup struct {
	ctx    context.Context
	papers *s3.Client
}

func newLookup(ctx context.Context) (*lookup, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return nil, err
	}
	return &lookup{ctx: ctx, papers: s3.NewFromConfig(cfg)}, nil
}

func (l *lookup) find(key string) error {
	_, err := l.papers.HeadObject(l.ctx, &s3.HeadObjectInput{Bucket: aws.String(os.Getenv("PAPERS")), Key: &key})
	return err
}

func handle(ctx context.Context, key string) error {
	l, err := newLookup(ctx)
	if err != nil {
		return err
	}
	return l.find(key)
}

func main() {
	lambda.Start(handle)
}
