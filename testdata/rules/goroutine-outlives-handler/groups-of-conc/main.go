package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/sourcegraph/conc"
	"github.com/sourcegraph/conc/pool"
)

type order struct{ Lines []string }

func ship(ctx context.Context, line string) error { return ctx.Err() }

func forgotten(ctx context.Context, o order) {
	var group conc.WaitGroup
	group.Go(func() { _ = ship(ctx, "all") }) // want: ^nothing waits for the goroutine
	several := pool.New().WithErrors()
	for _, line := range o.Lines {
		several.Go(func() error { return ship(ctx, line) }) // want: ^nothing waits for the goroutine
	}
}

func awaited(ctx context.Context, o order) error {
	group := conc.NewWaitGroup()
	group.Go(func() { _ = ship(ctx, "all") })
	if caught := group.WaitAndRecover(); caught != nil {
		return caught.AsError()
	}
	several := pool.New().WithMaxGoroutines(2).WithContext(ctx)
	for _, line := range o.Lines {
		several.Go(func(ctx context.Context) error { return ship(ctx, line) })
	}
	return several.Wait()
}

func handler(ctx context.Context, o order) error {
	forgotten(ctx, o)
	return awaited(ctx, o)
}

func main() {
	lambda.Start(handler)
}
