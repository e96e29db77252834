package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/aws/session"                                   // want: ^aws-sdk-go v1 is out of support since 2025-07-31: github.com/aws/aws-sdk-go-v2/config takes its place$
	"github.com/aws/aws-sdk-go/service/dynamodb"                              // want: github.com/aws/aws-sdk-go-v2/service/dynamodb takes its place
	attributes "github.com/aws/aws-sdk-go/service/dynamodb/dynamodbattribute" // want: feature/dynamodb/attributevalue takes its place
	"github.com/aws/aws-sdk-go/service/dynamodb/dynamodbiface"                // want: ^aws-sdk-go v1 is out of support since 2025-07-31$
)

var tables dynamodbiface.DynamoDBAPI = dynamodb.New(session.Must(session.NewSession()))

func handle(ctx context.Context) error {
	item, err := attributes.MarshalMap(struct{ ID string }{"x"})
	if err != nil {
		return err
	}
	_, err = tables.PutItemWithContext(ctx, &dynamodb.PutItemInput{Item: item})
	return err
}

func main() {
	lambda.Start(handle)
}
