package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type app struct{ files *s3.Client }

func (a *app) handle(ctx context.Context) error {
	_, err := a.files.ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
}

func main() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	a := &app{files: s3.NewFromConfig(cfg)}
	lambda.Start(a.handle)
}
