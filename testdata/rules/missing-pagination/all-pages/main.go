package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var (
	client = dynamodb.New(dynamodb.Options{})
	store  = s3.New(s3.Options{})
)

func newest(ctx context.Context) (int, error) {
	out, err := client.Query(ctx, &dynamodb.QueryInput{TableName: aws.String("orders"), Limit: aws.Int32(1)})
	if err != nil {
		return 0, err
	}
	return len(out.Items), nil
}

func page(ctx context.Context) (*dynamodb.ScanOutput, error) {
	return client.Scan(ctx, &dynamodb.ScanInput{TableName: aws.String("orders")})
}

func handle(ctx context.Context) (int, error) {
	input := &s3.ListObjectsV2Input{Bucket: aws.String("orders")}
	count := 0
	for {
		out, err := store.ListObjectsV2(ctx, input)
		if err != nil {
			return 0, err
		}
		count += len(out.Contents)
		if out.NextContinuationToken == nil {
			break
		}
		input.ContinuationToken = out.NextContinuationToken
	}
	if _, err := client.ListTables(ctx, &dynamodb.ListTablesInput{}); err != nil {
		return 0, err
	}
	if _, err := page(ctx); err != nil {
		return 0, err
	}
	if n, err := newest(ctx); err != nil || n == 0 {
		return n, err
	}
	return count, nil
}

func main() {
	lambda.Start(handle)
}
