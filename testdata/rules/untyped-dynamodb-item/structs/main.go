package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

type order struct {
	ID string `dynamodbav:"id"`
}

var tables = dynamodb.New(dynamodb.Options{})

func decode(target any) error {
	return attributevalue.UnmarshalMap(nil, target)
}

func handle(ctx context.Context, name string) error {
	key, err := attributevalue.MarshalMap(map[string]string{"id": name})
	if err != nil {
		return err
	}
	out, err := tables.GetItem(ctx, &dynamodb.GetItemInput{Key: key})
	if err != nil {
		return err
	}
	var found order
	if err := attributevalue.UnmarshalMap(out.Item, &found); err != nil {
		return err
	}
	return decode(&map[string]any{})
}

func main() {
	lambda.Start(handle)
}
