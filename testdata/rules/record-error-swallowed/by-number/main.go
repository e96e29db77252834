package main

import (
	"context"
	"encoding/json"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type parcel struct {
	Number string `json:"number"`
}

func ship(ctx context.Context, p parcel) error {
	if p.Number == "" {
		return context.Cause(ctx)
	}
	return nil
}

func decoded(m *events.SQSMessage) (parcel, error) {
	var p parcel
	err := json.Unmarshal([]byte(m.Body), &p)
	return p, err
}

func work(ctx context.Context, m *events.SQSMessage) error {
	p, err := decoded(m)
	if nil != err {
		log.Printf("unreadable: %v", err) // want: record's error ends here
		return nil
	}
	return ship(ctx, p)
}

func counting(ctx context.Context, e events.SQSEvent) error {
	for i := 0; i < len(e.Records); i++ {
		message := &e.Records[i]
		if err := work(ctx, message); nil != err {
			log.Printf("not shipped: %v", err) // want: record's error ends here
			continue
		}
	}
	return nil
}

func ranging(ctx context.Context, e events.SQSEvent) error {
	for i := range len(e.Records) {
		if err := work(ctx, &e.Records[i]); err != nil {
			log.Printf("not shipped: %v", err) // want: record's error ends here
		}
	}
	return nil
}

func reported(ctx context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	var answer events.SQSEventResponse
	for i := 0; i < len(e.Records); i++ {
		if err := work(ctx, &e.Records[i]); err != nil {
			log.Printf("not shipped: %v", err)
			answer.BatchItemFailures = append(
				answer.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: e.Records[i].MessageId},
			)
		}
	}
	return answer, nil
}

func tens(ctx context.Context, e events.SQSEvent) error {
	for i := 0; i < len(e.Records); i += 10 {
		if err := work(ctx, &e.Records[i]); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(counting)
	lambda.Start(ranging)
	lambda.Start(reported)
	lambda.Start(tens)
}
