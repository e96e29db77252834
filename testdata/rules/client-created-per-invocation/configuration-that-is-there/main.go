package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

func handle(ctx context.Context) error {
	keys := kms.NewFromConfig(awsConfig) // want: kms client is created
	if _, err := keys.ListKeys(ctx, &kms.ListKeysInput{}); err != nil {
		return err
	}
	return count(ctx)
}

func count(ctx context.Context) error {
	client := dynamodb.NewFromConfig(awsConfig) // want: dynamodb client is created
	_, err := client.ListTables(ctx, &dynamodb.ListTablesInput{})
	return err
}

func main() {
	lambda.Start(handle)
}
