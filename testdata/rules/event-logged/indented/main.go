package main

import (
	"bytes"
	"context"
	"encoding/json"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
)

type parcel struct {
	Number string `json:"number"`
}

func handle(ctx context.Context, event json.RawMessage) error {
	var readable bytes.Buffer
	if err := json.Indent(&readable, event, "", "  "); err != nil {
		return err
	}
	log.Println(readable.String()) // want: ^the whole event is logged$
	log.Println(readable.Len())
	var p parcel
	if err := json.Unmarshal(event, &p); err != nil {
		return err
	}
	var short bytes.Buffer
	if err := json.Compact(&short, []byte(`{"parcel": 1}`)); err != nil {
		return err
	}
	log.Println(p.Number, short.String())
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
