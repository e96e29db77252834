package main

import (
	"context"
	"sync"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

func save(ctx context.Context, id string) error {
	return ctx.Err()
}

func process(ctx context.Context, id string) error {
	return save(context.Background(), id) // want: ^context.Background\(\) drops the invocation's context, ctx$
}

// beside runs its argument in a goroutine that nobody waits for.
func beside(run func()) {
	go func() {
		defer func() { _ = recover() }()
		run()
	}()
}

func each(ids []string, run func(id string) error) {
	var wg sync.WaitGroup
	for _, id := range ids {
		wg.Add(1)
		go func() {
			defer wg.Done()
			_ = run(id)
		}()
	}
	wg.Wait()
}

type ledger struct{ name string }

func (l *ledger) add(id string) error {
	return save(context.TODO(), l.name+id) // want: ^context.TODO\(\) on the handler path: \(ledger\).add takes no context.Context$
}

func handle(ctx context.Context, ids []string) error {
	var wg sync.WaitGroup
	for _, id := range ids {
		wg.Add(2)
		go func() {
			defer wg.Done()
			_ = process(ctx, id)
		}()
		go func() {
			defer wg.Done()
			_ = save(context.Background(), id) // want: ^context.Background\(\) drops the invocation's context, ctx$
		}()
		go save(context.Background(), id)
		go func() {
			late, cancel := context.WithTimeout(context.Background(), time.Second)
			defer cancel()
			_ = save(late, id)
		}()
		beside(func() { _ = save(context.Background(), id) })
	}
	wg.Wait()
	books := &ledger{"books"}
	each(ids, books.add)
	return nil
}

func main() {
	lambda.Start(handle)
}
