package main

import (
	"context"
	"errors"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
)

var errGone = errors.New("gone")

type notice struct{ Readers []string }

func send(ctx context.Context, reader string) error {
	if reader == "" {
		return errGone
	}
	return ctx.Err()
}

// all waits for what it starts, whoever calls it.
func all(ctx context.Context, n notice) error {
	var wg sync.WaitGroup
	failed := make(chan error)
	for _, reader := range n.Readers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := send(ctx, reader); err != nil {
				failed <- err
			}
		}()
	}
	go func() {
		wg.Wait()
		close(failed)
	}()
	var first error
	for err := range failed {
		if first == nil {
			first = err
		}
	}
	return first
}

func handler(ctx context.Context, n notice) error {
	go all(ctx, n) // want: ^nothing waits for the goroutine that handler starts
	err := all(ctx, n)
	if errors.Is(err, errGone) {
		return nil
	}
	return err
}

func main() {
	lambda.Start(handler)
}
