package main

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func process(m events.SQSMessage) error {
	if m.Body == "" {
		return errors.New("empty")
	}
	return nil
}

func counted(ctx context.Context, e events.SQSEvent) error {
	failed := 0
	var all []error
	for _, m := range e.Records {
		switch m.EventSource {
		case "aws:sqs":
			if err := process(m); err != nil {
				failed++
				log.Printf("%s: %v", m.MessageId, err) // want: record's error ends here
			}
		default:
			if err := process(m); err != nil {
				all = append(all, fmt.Errorf("%s: %w", m.MessageId, err)) // want: record's error ends here
				continue
			}
		}
	}
	if len(all) > 0 {
		log.Printf("%d others failed: %v", len(all), all)
	}
	log.Printf("%d failed", failed)
	return nil
}

func judged(ctx context.Context, e events.SQSEvent) error {
	failed, lost := 0, 0
	for _, m := range e.Records {
		if err := process(m); err != nil {
			failed++
			log.Print(err)
			continue
		}
		if err := process(m); err != nil {
			log.Print(err)
			lost++
		}
	}
	if lost > 0 {
		return fmt.Errorf("%d lost", lost)
	}
	defer func() { fmt.Println(failed) }()
	return nil
}

func last(ctx context.Context, e events.SQSEvent) error {
	var err error
	for _, m := range e.Records {
		err = process(m) // want: record's error ends here
	}
	return err
}

func first(ctx context.Context, e events.SQSEvent) error {
	var err error
	for _, m := range e.Records {
		if err = process(m); err != nil {
			break
		}
	}
	return err
}

func main() {
	switch log.Prefix() {
	case "counted":
		lambda.Start(counted)
	case "judged":
		lambda.Start(judged)
	case "last":
		lambda.Start(last)
	default:
		lambda.Start(first)
	}
}
