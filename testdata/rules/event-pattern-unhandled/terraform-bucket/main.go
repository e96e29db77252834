package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.S3Event) error {
	for _, record := range event.Records {
		switch record.EventName { // want: nothing here handles ObjectRemoved:\*
		case "ObjectCreated:Put", "ObjectCreated:Copy":
			log.Print("one of them")
		}
	}
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
