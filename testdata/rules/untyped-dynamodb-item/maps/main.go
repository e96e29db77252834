package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

var tables = dynamodb.New(dynamodb.Options{})

func handle(ctx context.Context, name string) error {
	item, err := attributevalue.MarshalMap(map[string]interface{}{"id": name}) // want: ^DynamoDB item is encoded from map\[string\]any$
	if err != nil {
		return err
	}
	out, err := tables.GetItem(ctx, &dynamodb.GetItemInput{Key: item})
	if err != nil {
		return err
	}
	found := map[string]any{}
	if err := attributevalue.UnmarshalMap(out.Item, &found); err != nil { // want: ^DynamoDB item is decoded into map\[string\]any$
		return err
	}
	var all []map[string]any
	return attributevalue.UnmarshalListOfMaps(nil, &all) // want: decoded into
}

func main() {
	lambda.Start(handle)
}
