package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client = s3.New(s3.Options{BaseEndpoint: aws.String("https://s3.example.com")})

func init() {
	if os.Getenv("AWS_SAM_LOCAL") == "true" {
		_, _ = config.LoadDefaultConfig(context.Background(), config.WithEndpointResolverWithOptions(nil))
	}
}

func handle(ctx context.Context) error {
	_, err := client.ListBuckets(ctx, nil)
	return err
}

func main() {
	lambda.Start(handle)
}
