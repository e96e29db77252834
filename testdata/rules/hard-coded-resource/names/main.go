package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

const table = "orders"

var (
	tables = dynamodb.New(dynamodb.Options{})
	queue  = sqs.New(sqs.Options{})
)

func handle(ctx context.Context) error {
	_, err := tables.Scan(ctx, &dynamodb.ScanInput{TableName: aws.String(table)}) // want: ^table "orders" is hard-coded on the handler path$
	if err != nil {
		return err
	}
	_, err = queue.SendMessage(ctx, &sqs.SendMessageInput{
		MessageBody: aws.String("x"),
		QueueUrl:    aws.String("https://sqs.eu-central-1.amazonaws.com/123456789012/jobs"), // want: ^queue ".*/jobs" is hard-coded
	})
	if err != nil {
		return err
	}
	_, err = config.LoadDefaultConfig(ctx, config.WithRegion("eu-central-1")) // want: ^region "eu-central-1" is hard-coded on the handler path: the runtime sets AWS_REGION$
	return err
}

func main() {
	lambda.Start(handle)
}
