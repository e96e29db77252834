package main

import (
	"context"
	"errors"
	"log"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func process(m events.SQSMessage) error {
	if m.Body == "" {
		return errors.New("empty")
	}
	return nil
}

func start(messages []events.SQSMessage, failed chan<- error) {
	var all sync.WaitGroup
	for _, m := range messages {
		all.Add(1)
		go func() {
			defer all.Done()
			failed <- process(m)
		}()
	}
	all.Wait()
}

func logged(ctx context.Context, e events.SQSEvent) error {
	failed := make(chan error, len(e.Records))
	var all sync.WaitGroup
	for _, m := range e.Records {
		all.Add(1)
		go func(m events.SQSMessage) {
			defer all.Done()
			failed <- process(m)
		}(m)
	}
	all.Wait()
	close(failed)
	for err := range failed {
		if err != nil {
			log.Printf("not processed: %v", err) // want: record's error ends here
		}
	}
	log.Println("done")
	return nil
}

func joined(ctx context.Context, e events.SQSEvent) error {
	failed := make(chan error, len(e.Records))
	for _, m := range e.Records {
		failed <- process(m)
	}
	close(failed)
	var all []error
	for err := range failed {
		log.Println(err)
		all = append(all, err)
	}
	return errors.Join(all...)
}

func first(ctx context.Context, e events.SQSEvent) error {
	failed := make(chan error, len(e.Records))
	start(e.Records, failed)
	close(failed)
	for err := range failed {
		if err != nil {
			return err
		}
	}
	return nil
}

func main() {
	switch log.Prefix() {
	case "logged":
		lambda.Start(logged)
	case "joined":
		lambda.Start(joined)
	default:
		lambda.Start(first)
	}
}
