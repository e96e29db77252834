package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

var tables = dynamodb.New(dynamodb.Options{})

func handle(ctx context.Context) error {
	_, err := tables.Scan(ctx, &dynamodb.ScanInput{TableName: aws.String("orders")}) // want: : the environment provides ORDERS_TABLE$
	return err
}

func main() {
	lambda.Start(handle)
}
