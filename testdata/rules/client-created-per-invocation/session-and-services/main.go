package main

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/dynamodb"
	"github.com/aws/aws-sdk-go/service/sqs"
)

type order struct {
	ID string `json:"id"`
}

func handle(ctx context.Context, in order) error {
	if err := keep(ctx, in); err != nil {
		return err
	}
	return tell(ctx, in)
}

func keep(ctx context.Context, in order) error {
	// one session for everything
	sess, err := session.NewSession(&aws.Config{ // want: AWS session is created
		Region: aws.String("eu-north-1"),
	})
	if err != nil {
		return fmt.Errorf("open session: %w", err)
	}
	table := dynamodb.New(sess)
	_, err = table.PutItemWithContext(ctx, &dynamodb.PutItemInput{
		TableName: aws.String("orders"),
		Item:      map[string]*dynamodb.AttributeValue{"id": {S: aws.String(in.ID)}},
	})
	return err
}

func tell(ctx context.Context, in order) error {
	sess, err := session.NewSession(&aws.Config{ // want: AWS session is created
		Region: aws.String("eu-north-1"),
	})
	if err != nil {
		return fmt.Errorf("open session: %w", err)
	}
	q := sqs.New(sess)
	sent, err := q.SendMessageWithContext(ctx, &sqs.SendMessageInput{
		QueueUrl:    aws.String("https://sqs.eu-north-1.amazonaws.com/111122223333/orders"),
		MessageBody: aws.String(in.ID),
	})
	if err != nil {
		return err
	}
	log.Printf("sent %s", aws.StringValue(sent.MessageId))
	return nil
}

func main() {
	lambda.Start(handle)
}
