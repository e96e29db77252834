// Command parcel-desk books parcels, prints labels and tells people about both.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/dynamodb"
	"github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/sqs"
)

type parcel struct {
	ID     string `json:"id"`
	Street string `json:"street"`
}

func book(ctx context.Context, event events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	var wanted parcel
	if err := json.Unmarshal([]byte(event.Body), &wanted); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusBadRequest, Body: `{"problem": "no JSON"}`}, nil
	}
	if err := save(ctx, wanted); err != nil {
		log.Printf("save: %v", err)
		return events.APIGatewayProxyResponse{StatusCode: http.StatusBadGateway, Body: `{"problem": "not saved"}`}, nil
	}
	if err := announce(ctx, wanted); err != nil {
		log.Printf("announce: %v", err)
	}
	body, _ := json.Marshal(wanted)
	return events.APIGatewayProxyResponse{
		StatusCode: http.StatusCreated,
		Headers:    map[string]string{"Content-Type": "application/json"},
		Body:       string(body),
	}, nil
}

func save(ctx context.Context, one parcel) error {
	sess, err := session.NewSession(&aws.Config{Region: aws.String("eu-west-1")})
	if err != nil {
		return fmt.Errorf("session: %w", err)
	}
	db := dynamodb.New(sess)
	_, err = db.PutItemWithContext(ctx, &dynamodb.PutItemInput{
		TableName: aws.String("parcels"),
		Item: map[string]*dynamodb.AttributeValue{
			"id":     {S: aws.String(one.ID)},
			"street": {S: aws.String(one.Street)},
		},
	})
	return err
}

func announce(ctx context.Context, one parcel) error {
	sess, err := session.NewSession(&aws.Config{Region: aws.String("eu-west-1")})
	if err != nil {
		return fmt.Errorf("session: %w", err)
	}
	text, err := json.Marshal(map[string]any{"kind": "booked", "parcel": one.ID})
	if err != nil {
		return fmt.Errorf("encode: %w", err)
	}
	_, err = sqs.New(sess).SendMessageWithContext(ctx, &sqs.SendMessageInput{
		QueueUrl:    aws.String("https://sqs.eu-west-1.amazonaws.com/111122223333/parcel-news"),
		MessageBody: aws.String(string(text)),
	})
	return err
}

func printLabel(ctx context.Context, event events.S3Event) error {
	for _, record := range event.Records {
		key := record.S3.Object.Key
		sess, err := session.NewSession()
		if err != nil {
			return err
		}
		scan, err := s3.New(sess).GetObjectWithContext(ctx, &s3.GetObjectInput{
			Bucket: aws.String(record.S3.Bucket.Name),
			Key:    aws.String(key),
		})
		if err != nil {
			return fmt.Errorf("read %s: %w", key, err)
		}
		scan.Body.Close()
		log.Printf("label for %s", key)
	}
	return nil
}

func tell(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		var news map[string]any
		if err := json.Unmarshal([]byte(record.Body), &news); err != nil {
			log.Printf("unreadable news: %v", err)
			continue
		}
		switch news["kind"] {
		case "booked":
			log.Printf("booked: %v", news["parcel"])
		default:
			log.Printf("news of an unknown kind")
		}
	}
	return nil
}

func main() {
	switch task := os.Getenv("DESK_TASK"); task {
	case "book":
		lambda.Start(book)
	case "label":
		lambda.Start(printLabel)
	case "tell":
		lambda.Start(tell)
	default:
		log.Fatalf("unknown task %q", task)
	}
}
