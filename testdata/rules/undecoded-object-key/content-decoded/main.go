package main

import (
	"context"
	"encoding/json"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client = s3.New(s3.Options{})

func decode(out *s3.GetObjectOutput) (map[string]string, error) {
	defer out.Body.Close()
	var found map[string]string
	err := json.NewDecoder(out.Body).Decode(&found)
	return found, err
}

func handle(ctx context.Context, e events.S3Event) error {
	for _, record := range e.Records {
		key := record.S3.Object.Key // want: object key of the event is still URL-encoded
		out, err := client.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String("orders"), Key: aws.String(key)})
		if err != nil {
			return err
		}
		if _, err := decode(out); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
