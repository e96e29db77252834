package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func handle(ctx context.Context, key string) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}

	// where the objects are
	client := s3.NewFromConfig(cfg) // the real ones

	// in tests another place
	if os.Getenv("STAGE") == "test" { // set by the pipeline
		client = s3.NewFromConfig(cfg, func(o *s3.Options) {
			o.BaseEndpoint = aws.String("http://localhost:4566") // a container
		}) // of the tests
	}

	for i := 0; i < 3; i++ {
		if _, err = client.HeadObject(ctx, &s3.HeadObjectInput{Key: &key}); err == nil {
			break
		}
	}
	return err
}

func main() {
	lambda.Start(handle)
}
