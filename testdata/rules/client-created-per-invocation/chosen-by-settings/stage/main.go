package main

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// handle stores one line of each record.
func handle(ctx context.Context, e events.SQSEvent) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return fmt.Errorf("loading the configuration: %w", err)
	}

	// a local table while developing
	var db *dynamodb.Client
	switch os.Getenv("STAGE") {
	case "local":
		db = dynamodb.NewFromConfig(cfg, func(o *dynamodb.Options) {
			o.BaseEndpoint = aws.String("http://localhost:8000")
		})
	case "test":
		db = dynamodb.NewFromConfig(cfg, func(o *dynamodb.Options) {
			o.Region = "eu-west-1"
		})
	default:
		db = dynamodb.NewFromConfig(cfg)
	}

	for _, r := range e.Records {
		_, err = db.PutItem(ctx, &dynamodb.PutItemInput{
			TableName: aws.String(os.Getenv("TABLE")),
			Item:      map[string]types.AttributeValue{"id": &types.AttributeValueMemberS{Value: r.MessageId}},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
