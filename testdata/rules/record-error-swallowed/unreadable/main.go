package main

import (
	"context"
	"encoding/json"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type job struct{ Port int }

func start(ctx context.Context, j job) error { return ctx.Err() }

func handle(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		var j job
		if err := json.Unmarshal([]byte(m.Body), &j); err != nil {
			log.Printf("unreadable message: %v", err) // want: record's error ends here
			continue
		}
		if err := start(ctx, j); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
