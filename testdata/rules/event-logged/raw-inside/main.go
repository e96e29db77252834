package main

import (
	"context"
	"encoding/json"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type letter struct {
	Kind    string          `json:"kind"`
	Content json.RawMessage `json:"content"`
}

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, message := range event.Records {
		var l letter
		if err := json.Unmarshal([]byte(message.Body), &l); err != nil {
			return err
		}
		log.Printf("a %s", l.Kind)
		log.Printf("it says %s", l.Content) // want: ^Content of the event is logged$
		log.Printf("%d bytes", len(l.Content))
	}
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
