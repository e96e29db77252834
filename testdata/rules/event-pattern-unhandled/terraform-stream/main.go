package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.DynamoDBEvent) error {
	for _, record := range event.Records {
		switch record.EventName { // want: nothing here handles INSERT
		case string(events.DynamoDBOperationTypeModify):
			log.Print("one of them")
		}
	}
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
