package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

var tables = dynamodb.New(dynamodb.Options{})

func handle(ctx context.Context, index string) error {
	_, err := tables.Scan(ctx, &dynamodb.ScanInput{
		TableName:        aws.String(os.Getenv("TABLE")),
		IndexName:        aws.String("by-date"),
		FilterExpression: aws.String("attribute_exists(id)"),
	})
	return err
}

func main() {
	lambda.Start(handle)
}
