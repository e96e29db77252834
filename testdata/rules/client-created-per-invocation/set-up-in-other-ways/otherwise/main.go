package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var files *s3.Client

func setup(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	files = s3.NewFromConfig(cfg)
	return nil
}

func handle(ctx context.Context, key string) (err error) {
	if err := setup(ctx); err != nil {
		return err
	} else {
		log.Println("ready")
	}
	_, err = files.HeadObject(ctx, &s3.HeadObjectInput{Key: &key})
	return
}

func main() {
	lambda.Start(handle)
}
