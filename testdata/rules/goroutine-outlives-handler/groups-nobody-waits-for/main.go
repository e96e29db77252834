package main

import (
	"context"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
	"golang.org/x/sync/errgroup"
)

type order struct{ Lines []string }

func ship(ctx context.Context, line string) error { return ctx.Err() }

func forgotten(ctx context.Context, o order) {
	var group errgroup.Group
	for _, line := range o.Lines {
		group.Go(func() error { return ship(ctx, line) }) // want: ^nothing waits for the goroutine
	}
}

func counted(ctx context.Context, o order) {
	var group sync.WaitGroup
	group.Go(func() { _ = ship(ctx, "all") }) // want: ^nothing waits for the goroutine
}

func limited(ctx context.Context, o order) (err error) {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(2)
	defer func() { err = group.Wait() }()
	for _, line := range o.Lines {
		if !group.TryGo(func() error { return ship(ctx, line) }) {
			return nil
		}
	}
	return nil
}

func begun(ctx context.Context, o order) func() error {
	group := new(errgroup.Group)
	group.Go(func() error { return ship(ctx, "first") })
	return group.Wait
}

type waiter interface{ Wait() error }

func settle(w waiter) error { return w.Wait() }

func settled(ctx context.Context, o order) error {
	group := &errgroup.Group{}
	group.Go(func() error { return ship(ctx, "first") })
	return settle(group)
}

type workers struct {
	*errgroup.Group
	open sync.WaitGroup
}

func (w *workers) add(ctx context.Context, line string) {
	w.Go(func() error { return ship(ctx, line) })
	w.open.Go(func() { _ = ship(ctx, line) })
}

func (w *workers) end() error {
	w.open.Wait()
	return w.Wait()
}

func fan(group *errgroup.Group, ctx context.Context, o order) {
	for _, line := range o.Lines {
		group.Go(func() error {
			group.Go(func() error { return ship(ctx, line) })
			return nil
		})
	}
}

func handler(ctx context.Context, o order) error {
	forgotten(ctx, o)
	counted(ctx, o)
	wait := begun(ctx, o)
	if err := settled(ctx, o); err != nil {
		return err
	}
	w := &workers{Group: new(errgroup.Group)}
	w.add(ctx, "one")
	if err := w.end(); err != nil {
		return err
	}
	var group errgroup.Group
	fan(&group, ctx, o)
	if err := group.Wait(); err != nil {
		return err
	}
	if err := limited(ctx, o); err != nil {
		return err
	}
	return wait()
}

func main() {
	lambda.Start(handler)
}
