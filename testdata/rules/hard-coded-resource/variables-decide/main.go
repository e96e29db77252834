package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

func client(ctx context.Context) (*dynamodb.Client, error) {
	var options []func(*config.LoadOptions) error
	if os.Getenv("LOCAL") != "" {
		options = append(options, config.WithRegion("us-east-1"))
	}
	local := os.Getenv("STAGE") == "local"
	if local {
		options = append(options, config.WithRegion("us-west-1"))
	}
	cfg, err := config.LoadDefaultConfig(ctx, options...)
	if err != nil {
		return nil, err
	}
	return dynamodb.NewFromConfig(cfg), nil
}

func handle(ctx context.Context, key string) error {
	c, err := client(ctx)
	if err != nil {
		return err
	}
	if key != "" {
		_, err = c.DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: aws.String("orders")}) // want: ^table "orders" is hard-coded on the handler path$
	}
	return err
}

func main() {
	lambda.Start(handle)
}
