package main

import (
	"context"
	"encoding/json"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
)

type envelope struct {
	ID     string          `json:"id"`
	Source string          `json:"source"`
	Detail json.RawMessage `json:"detail"`
}

type parcel struct {
	Number  string `json:"number"`
	Address string `json:"address"`
}

func handle(ctx context.Context, event envelope) error {
	var sent parcel
	if err := json.Unmarshal(event.Detail, &sent); err != nil {
		log.Printf("can't read %s", string(event.Detail)) // want: ^Detail of the event is logged$
		return err
	}
	log.Printf("parcel %+v", sent) // want: ^Detail of the event is logged$
	log.Printf("parcel %s of %s from %s", sent.Number, event.ID, event.Source)
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
