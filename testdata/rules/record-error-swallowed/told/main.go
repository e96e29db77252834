package main

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"strconv"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type job struct{ Port int }

func process(m events.SQSMessage) error {
	if m.Body == "" {
		return errors.New("empty")
	}
	return nil
}

func limit() string { return "1" }

func aside(m events.SQSMessage) {}

func handle(ctx context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	var answer events.SQSEventResponse
	var failed []error
	for _, m := range e.Records {
		var j job
		if err := json.Unmarshal([]byte(m.Body), &j); err != nil {
			log.Printf("unreadable: %v", err)
			aside(m)
			continue
		}
		if _, err := strconv.Atoi(limit()); err != nil {
			log.Printf("no limit: %v", err)
			continue
		}
		if err := process(m); err != nil {
			log.Print(err)
			answer.BatchItemFailures = append(answer.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
			continue
		}
		if err := process(m); err != nil {
			failed = append(failed, err)
			continue
		}
		if err := process(m); err != nil {
			aside(m)
			continue
		}
		if err := process(m); err != nil {
			log.Print("default port")
			j.Port = 80
		}
		if err := process(m); err != nil {
			log.Print("first try failed")
		}
		if err := process(m); err != nil {
			return answer, err
		}
	}
	return answer, errors.Join(failed...)
}

func main() {
	lambda.Start(handle)
}
