package main

import (
	"context"
	"log"
	"reflect"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type work func(m events.SQSMessage) error

type queue struct {
	name string
	do   work
}

// one runs what it is given for one message.
func (q *queue) one(m events.SQSMessage, do work) error {
	return retried(m, 2, do)
}

func retried(m events.SQSMessage, times int, do work) error {
	var err error
	for range times {
		if err = do(m); err == nil {
			return nil
		}
	}
	return err
}

func (q *queue) handler(do work) func(context.Context, events.SQSEvent) error {
	return func(ctx context.Context, e events.SQSEvent) error {
		for _, record := range e.Records {
			if err := q.one(record, do); err != nil {
				return err
			}
		}
		return ctx.Err()
	}
}

func timed(do work) work {
	return func(m events.SQSMessage) error {
		start := time.Now()
		log.Println(reflect.ValueOf(do).Kind())
		err := do(m)
		log.Println(m.MessageId, time.Since(start))
		return err
	}
}

func save(m events.SQSMessage) error {
	log.Println("saving", m.Body) // want: Body of the event is logged
	log.Println("saved", m.MessageId)
	return nil
}

func sayHello(words string, say func(string)) {
	say(words)
}

func say(words string) {
	log.Println(words)
}

func main() {
	sayHello("hello", say)
	q := &queue{name: "orders"}
	lambda.Start(q.handler(timed(save)))
}
