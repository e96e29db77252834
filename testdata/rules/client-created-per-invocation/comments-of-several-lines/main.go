package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

/*
handle looks each paper up.

What is missing doesn't matter.
*/
func handle(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		/* the settings come
		   from the environment */
		cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
		if err != nil {
			log.Printf("no settings for %s: %v", record.SNS.MessageID, err)
			return err
		}
		papers := s3.NewFromConfig(cfg)
		/* the key is the message */
		found, err := papers.HeadObject(ctx, &s3.HeadObjectInput{
			Bucket: aws.String(os.Getenv("PAPERS")),
			Key:    aws.String(record.SNS.Message),
		})
		if err == nil {
			log.Println(aws.ToString(found.ETag))
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
