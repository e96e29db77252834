package main

import (
	"context"
	"encoding/json"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

var (
	tables  = dynamodb.New(dynamodb.Options{})
	orders  = "orders"
	refunds = "refunds"
	letters = "letters"
	stage   = os.Getenv("STAGE")
)

func init() {
	if name := os.Getenv("REFUNDS"); name != "" {
		refunds = name
	}
}

func handle(ctx context.Context, setting json.RawMessage) error {
	items := "items"
	chosen := "one"
	if stage == "test" {
		chosen = "another"
	}
	given := "default"
	if err := json.Unmarshal(setting, &given); err != nil {
		return err
	}
	later := "later"
	defer func() { later = stage }()
	for _, input := range []*dynamodb.ScanInput{
		{TableName: &orders},            // want: ^table "orders" is hard-coded on the handler path$
		{TableName: aws.String(orders)}, // want: ^table "orders" is hard-coded
		{TableName: &items},             // want: ^table "items" is hard-coded
		{TableName: aws.String(items)},  // want: ^table "items" is hard-coded
		{TableName: &refunds},
		{TableName: &letters},
		{TableName: &chosen},
		{TableName: &given},
		{TableName: &later},
		{TableName: &stage},
	} {
		if _, err := tables.Scan(ctx, input); err != nil {
			return err
		}
	}
	letters += stage
	return nil
}

func main() {
	lambda.Start(handle)
}
