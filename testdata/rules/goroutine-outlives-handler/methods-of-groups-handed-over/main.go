package main

import (
	"context"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
)

type task struct {
	id   string
	done func()
}

func load(ctx context.Context, id string, done func()) {
	defer done()
	_ = ctx.Value(id)
}

func (t task) run(ctx context.Context) {
	_ = ctx.Value(t.id)
	t.done()
}

func store(ctx context.Context, id string, done func()) {
	defer done()
	_ = ctx.Value(id)
}

func handle(ctx context.Context, ids []string) error {
	var wg sync.WaitGroup
	wg.Add(2 * len(ids))
	for _, id := range ids {
		go load(ctx, id, wg.Done)
		t := task{id, wg.Done}
		go t.run(ctx)
	}
	wg.Wait()
	lost := make(chan string, 1)
	go store(ctx, "all", func() { lost <- "stored" }) // want: ^nothing waits for the goroutine that handle starts
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
