package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

const queue = "news"

func list(ctx context.Context, files *s3.Client) string {
	found, err := files.ListBuckets(ctx, &s3.ListBucketsInput{})
	if err != nil || len(found.Buckets) == 0 {
		return ""
	}
	return aws.ToString(found.Buckets[0].Name)
}

func send(ctx context.Context, client *sqs.Client, text string) error {
	_, err := client.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: aws.String(queue), MessageBody: aws.String(text)})
	return err
}
