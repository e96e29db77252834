package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type order struct {
	ID string `json:"id"`
}

// decode is no logger: the line stands where a body can't be read.
func decode(body string) (order, error) {
	var o order
	if err := json.Unmarshal([]byte(body), &o); err != nil {
		log.Printf("unreadable: %q", body) // want: ^Body of the event is logged$
		return o, fmt.Errorf("order: %w", err)
	}
	return o, nil
}

func handle(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		o, err := decode(m.Body)
		if err != nil {
			return err
		}
		log.Println("order", o.ID)
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
