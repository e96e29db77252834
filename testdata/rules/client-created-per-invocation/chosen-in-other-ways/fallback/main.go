package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func handle(ctx context.Context, key string) error {
	var client *s3.Client
	if local := os.Getenv("LOCAL"); local != "" {
		cfg, e := config.LoadDefaultConfig(ctx, config.WithRegion(local)) // want: AWS configuration is loaded
		if e != nil {
			log.Println("local:", e)
			return e
		}
		client = s3.NewFromConfig(cfg)
	}
	if client == nil {
		cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
		if err != nil {
			log.Fatalf("no configuration: %s", err)
		}
		client = s3.NewFromConfig(cfg)
	}
	_, err := client.HeadObject(ctx, &s3.HeadObjectInput{Key: &key})
	return err
}

func main() {
	lambda.Start(handle)
}
