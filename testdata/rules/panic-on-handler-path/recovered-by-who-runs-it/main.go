package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
)

type order struct{ Number int }

func attempt(work func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("recovered: %v", v)
		}
	}()
	return work()
}

func retried(times int, work func() error) (err error) {
	for range times {
		if err = attempt(work); err == nil {
			return nil
		}
	}
	return err
}

func late(work func() error) error {
	if err := work(); err != nil {
		return err
	}
	defer func() { _ = recover() }()
	return nil
}

func named() error { panic("no number") }

func handler(ctx context.Context, o order) error {
	if err := attempt(named); err != nil {
		return err
	}
	if err := late(func() error {
		panic("before it is deferred") // want: ^panic ends the invocation
	}); err != nil {
		return err
	}
	return retried(3, func() error {
		if o.Number == 0 {
			panic("number is zero")
		}
		done := make(chan error)
		go func() {
			defer close(done)
			panic("another goroutine") // want: ^panic ends the invocation
		}()
		return <-done
	})
}

func main() {
	lambda.Start(handler)
}
