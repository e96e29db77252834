package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

var client *dynamodb.Client

func init() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		panic(err)
	}
	client = dynamodb.NewFromConfig(cfg)
}

func handle(ctx context.Context) error {
	if next == nil {
		return nil
	}
	_, err := client.PutItem(ctx, &dynamodb.PutItemInput{TableName: aws.String(next.table)})
	return err
}

type stage struct{ table string }

var next = configured()

func configured() *stage {
	if table := os.Getenv("NEXT"); table != "" {
		return &stage{table}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
