package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, e events.SNSEvent) error {
	log.Printf("got %d: %v", len(e.Records), e.Records) // want: ^the whole record is logged$
	for _, r := range e.Records {
		log.Println(r.EventSource, r.SNS.Subject)
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
