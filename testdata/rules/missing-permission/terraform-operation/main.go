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

// handle keeps a copy of the table, and reads an order with a statement whose action depends on its text.
func handle(ctx context.Context) error {
	table := aws.String(os.Getenv("TABLE"))
	_, err := client.CreateBackup(ctx, &dynamodb.CreateBackupInput{TableName: table, BackupName: table}) // want: the role of orders does not allow dynamodb:CreateBackup
	if err != nil {
		return err
	}
	_, err = client.ExecuteStatement(ctx, &dynamodb.ExecuteStatementInput{Statement: aws.String(os.Getenv("STATEMENT"))})
	return err
}

func main() {
	lambda.Start(handle)
}
