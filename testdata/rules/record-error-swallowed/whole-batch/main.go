package main

import (
	"context"
	"errors"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"golang.org/x/sync/errgroup"
)

func store(ctx context.Context, body string) error {
	if body == "" {
		return errors.New("nothing to store")
	}
	return ctx.Err()
}

func storeAll(ctx context.Context, messages []events.SQSMessage) error {
	for _, m := range messages {
		if err := store(ctx, m.Body); err != nil {
			return err
		}
	}
	return nil
}

func report(size int) error { return errors.New("no metrics") }

func logged(ctx context.Context, e events.SQSEvent) error {
	if err := report(len(e.Records)); err != nil {
		log.Printf("not counted: %v", err)
	}
	if err := storeAll(ctx, e.Records); err != nil {
		log.Printf("not stored: %v", err) // want: record's error ends here
	}
	return nil
}

func together(ctx context.Context, e events.SQSEvent) error {
	group, ctx := errgroup.WithContext(ctx)
	for _, m := range e.Records {
		group.Go(func() error { return store(ctx, m.Body) })
	}
	err := group.Wait()
	if err != nil {
		log.Printf("not stored: %v", err) // want: record's error ends here
	}
	return nil
}

func thrown(ctx context.Context, e events.SQSEvent) error {
	_ = storeAll(ctx, e.Records) // want: record's error ends here
	return nil
}

func told(ctx context.Context, e events.SQSEvent) error {
	group, ctx := errgroup.WithContext(ctx)
	for _, m := range e.Records {
		group.Go(func() error { return store(ctx, m.Body) })
	}
	if err := group.Wait(); err != nil {
		log.Printf("not stored: %v", err)
		return err
	}
	return nil
}

func tried(ctx context.Context, e events.SQSEvent) error {
	if err := storeAll(ctx, e.Records); err != nil {
		log.Printf("not stored, once more: %v", err)
	}
	return storeAll(ctx, e.Records)
}

func apart(ctx context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	var answer events.SQSEventResponse
	for _, m := range e.Records {
		if err := store(ctx, m.Body); err != nil {
			answer.BatchItemFailures = append(answer.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
		}
	}
	return answer, nil
}

func main() {
	switch log.Prefix() {
	case "logged":
		lambda.Start(logged)
	case "together":
		lambda.Start(together)
	case "thrown":
		lambda.Start(thrown)
	case "told":
		lambda.Start(told)
	case "tried":
		lambda.Start(tried)
	default:
		lambda.Start(apart)
	}
}
