package main

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
)

// batch is what a stream sends.
type batch struct {
	Records []*record
}

type record struct {
	EventID string `json:"eventID"`
	Source  string `json:"eventSourceARN"`
	Kinesis struct {
		Data string `json:"data"`
	} `json:"kinesis"`
}

type order struct{ ID string }

func (r *record) order() (*order, error) {
	raw, err := base64.StdEncoding.DecodeString(r.Kinesis.Data)
	if err != nil {
		return nil, err
	}
	o := &order{}
	return o, json.Unmarshal(raw, o)
}

func handle(ctx context.Context, b *batch) error {
	for _, r := range b.Records {
		if o, err := r.order(); err != nil {
			log.Println("unreadable", err) // want: record's error ends here
		} else {
			log.Println("order", o.ID)
		}
	}
	return ctx.Err()
}

// list comes from a caller that doesn't repeat what fails.
type list struct {
	Records []item
}

type item struct{ ID string }

func (i item) check() error {
	if i.ID == "" {
		return errors.New("no id")
	}
	return nil
}

func all(_ context.Context, l list) error {
	for _, i := range l.Records {
		if err := i.check(); err != nil {
			log.Println("left out", err)
		}
	}
	return nil
}

func main() {
	lambda.StartWithOptions(handle)
	lambda.StartWithOptions(all)
}
