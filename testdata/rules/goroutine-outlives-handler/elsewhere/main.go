package main

import (
	"context"
	"log"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
)

type queue struct {
	pending sync.WaitGroup
	done    chan struct{}
}

var jobs = &queue{done: make(chan struct{})}

func (q *queue) add(name string) {
	q.pending.Add(1)
	go q.run(name)
	go q.announce(name) // want: nothing waits for the goroutine that \(queue\).add starts
}

func (q *queue) run(name string) {
	defer q.pending.Done()
	log.Println(name)
}

func (q *queue) announce(name string) {
	go func() { log.Println(name) }()
	q.done <- struct{}{}
}

func handle(ctx context.Context) error {
	jobs.add("a")
	jobs.pending.Wait()
	return nil
}

func main() {
	lambda.Start(handle)
}
