package main

import (
	"context"
	"log"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type queue struct{ hidden map[string]int }

func (q *queue) hide(ctx context.Context, handle string, seconds int) error {
	q.hidden[handle] += seconds
	return ctx.Err()
}

func settle(ctx context.Context, body string) error {
	log.Println(body)
	return ctx.Err()
}

var jobs = &queue{map[string]int{}}

func keep(ctx context.Context, records []events.SQSMessage) func() {
	done := make(chan struct{})
	go func() {
		tick := time.NewTicker(20 * time.Second)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				for _, record := range records {
					_ = jobs.hide(ctx, record.ReceiptHandle, 30)
				}
			case <-done:
				return
			}
		}
	}()
	return func() { close(done) }
}

func handle(ctx context.Context, event events.SQSEvent) error {
	stop := keep(ctx, event.Records)
	defer stop()
	for _, record := range event.Records {
		_ = settle(ctx, record.Body) // want: ^record's error ends here
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
