package main

import (
	"context"
	"errors"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
)

type page struct {
	Path string `json:"path"`
}

func fetch(path string) error {
	if path == "" {
		return errors.New("no path")
	}
	return nil
}

func answered(ctx context.Context, pages []page) error {
	results := make(chan error, len(pages))
	visit := func(path string, out chan<- error) { out <- fetch(path) }
	for _, p := range pages {
		go visit(p.Path, results)
	}
	var failed error
	for range pages {
		failed = errors.Join(failed, <-results)
	}
	return failed
}

func counted(ctx context.Context, pages []page) error {
	var open sync.WaitGroup
	for _, p := range pages {
		open.Add(1)
		visit := func(path string, left *sync.WaitGroup) {
			defer left.Done()
			_ = fetch(path)
		}
		go visit(p.Path, &open)
	}
	open.Wait()
	return nil
}

func head(left *sync.WaitGroup) { left.Done() }

func foot(left *sync.WaitGroup) { left.Done() }

func listed(ctx context.Context) error {
	parts := []func(*sync.WaitGroup){head, foot}
	var open sync.WaitGroup
	open.Add(len(parts))
	for _, part := range parts {
		go part(&open)
	}
	open.Wait()
	return nil
}

func forgotten(ctx context.Context, pages []page) error {
	visit := func(path string, out chan<- error) { out <- fetch(path) }
	for _, p := range pages {
		go visit(p.Path, make(chan error, 1)) // want: nothing waits for the goroutine that forgotten starts
	}
	return nil
}

func main() {
	lambda.Start(answered)
	lambda.Start(counted)
	lambda.Start(listed)
	lambda.Start(forgotten)
}
