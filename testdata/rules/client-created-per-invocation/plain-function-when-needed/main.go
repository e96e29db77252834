package main

import (
	"context"
	"flag"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var once = flag.Bool("once", false, "list and leave")

func client() *s3.Client {
	cfg, err := config.LoadDefaultConfig(context.Background()) // want: ^AWS configuration is loaded at each invocation$
	if err != nil {
		panic(err)
	}
	return s3.NewFromConfig(cfg)
}

func handle(ctx context.Context) error {
	_, err := client().ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
}

func main() {
	flag.Parse()
	if *once {
		if err := handle(context.Background()); err != nil {
			panic(err)
		}
		return
	}
	lambda.Start(handle)
}
