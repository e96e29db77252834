package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

type app struct {
	table string
}

func (a *app) handle(ctx context.Context, id string) (int32, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return 0, err
	}
	return a.count(ctx, cfg, id)
}

func (a *app) count(ctx context.Context, cfg aws.Config, id string) (int32, error) {
	db := dynamodb.NewFromConfig(cfg)
	out, err := db.Query(ctx, &dynamodb.QueryInput{TableName: &a.table, KeyConditionExpression: &id})
	if err != nil {
		return 0, err
	}
	return out.Count, nil
}

func main() {
	a := &app{table: os.Getenv("TABLE")}
	lambda.Start(a.handle)
}
