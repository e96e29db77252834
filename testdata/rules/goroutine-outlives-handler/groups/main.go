package main

import (
	"context"
	"log"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"
)

func process(body string) error {
	log.Println(body)
	return nil
}

func grouped(ctx context.Context, e events.SQSEvent) error {
	group, _ := errgroup.WithContext(ctx)
	group.SetLimit(4)
	for _, record := range e.Records {
		group.Go(func() error { return process(record.Body) })
	}
	return group.Wait()
}

func weighted(ctx context.Context, e events.SQSEvent) error {
	slots := semaphore.NewWeighted(4)
	for _, record := range e.Records {
		if err := slots.Acquire(ctx, 1); err != nil {
			return err
		}
		go func() {
			defer slots.Release(1)
			_ = process(record.Body)
		}()
	}
	return slots.Acquire(ctx, 4)
}

func waitGroupGo(e events.SQSEvent) {
	var wg sync.WaitGroup
	for _, record := range e.Records {
		wg.Go(func() { _ = process(record.Body) })
	}
	wg.Wait()
}

func handle(ctx context.Context, e events.SQSEvent) error {
	if err := grouped(ctx, e); err != nil {
		return err
	}
	waitGroupGo(e)
	return weighted(ctx, e)
}

func main() {
	lambda.Start(handle)
}
