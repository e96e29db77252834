package main

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type letter struct {
	To string `json:"to"`
}

type entry map[string]string

func (e entry) write() {
	if line, err := json.Marshal(e); err == nil {
		log.Println(string(line))
	} else {
		log.Fatal(err)
	}
}

func deliver(ctx context.Context, m events.SQSMessage) error {
	var l letter
	if err := json.Unmarshal([]byte(m.Body), &l); err != nil {
		return err
	}
	if l.To == "" {
		return context.Cause(ctx)
	}
	return nil
}

func giveBack(ctx context.Context, id string) error {
	if id == "" {
		return errors.New("no letter")
	}
	return ctx.Err()
}

func inTheElse(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := deliver(ctx, m); err == nil {
			log.Printf("delivered %s", m.MessageId)
		} else {
			log.Printf("not delivered: %v", err) // want: record's error ends here
		}
	}
	return nil
}

func inACase(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		began := time.Now()
		err := deliver(ctx, m)
		switch {
		case err != nil:
			entry{"failure": err.Error()}.write() // want: record's error ends here
		case time.Since(began) > time.Second:
			log.Print("slow")
		default:
			log.Print("delivered")
		}
	}
	return nil
}

func told(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := deliver(ctx, m); err == nil {
			log.Printf("delivered %s", m.MessageId)
		} else {
			_ = giveBack(ctx, m.MessageId)
			return err
		}
	}
	return nil
}

func chosen(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		switch err := deliver(ctx, m); {
		case errors.Is(err, context.Canceled):
			log.Print("too late")
			return err
		case err != nil:
			_ = giveBack(ctx, m.MessageId)
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(inTheElse)
	lambda.Start(inACase)
	lambda.Start(told)
	lambda.Start(chosen)
}
