package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.EventBridgeEvent) error {
	if event.DetailType != "order.placed" {
		return ctx.Err()
	}
	log.Print("placed")
	return nil
}

func main() {
	lambda.Start(handle)
}
