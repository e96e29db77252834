package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
)

var cfg = load()

func load() aws.Config {
	resolver := aws.EndpointResolverWithOptionsFunc(func(service, region string, _ ...interface{}) (aws.Endpoint, error) {
		return aws.Endpoint{URL: "http://localhost:4566"}, nil
	})
	loaded, err := config.LoadDefaultConfig(context.Background(),
		config.WithEndpointResolverWithOptions(resolver)) // want: ^config.WithEndpointResolverWithOptions sends requests to this machine$
	if err != nil {
		log.Fatal(err)
	}
	return loaded
}

func handle(ctx context.Context) error {
	_, err := config.LoadDefaultConfig(ctx, config.WithEndpointResolverWithOptions( // want: ^config.WithEndpointResolverWithOptions is deprecated: BaseEndpoint takes its place$
		aws.EndpointResolverWithOptionsFunc(func(string, string, ...interface{}) (aws.Endpoint, error) {
			return aws.Endpoint{URL: "https://vpce-1.example.com"}, nil
		})))
	return err
}

func main() {
	lambda.Start(handle)
}
