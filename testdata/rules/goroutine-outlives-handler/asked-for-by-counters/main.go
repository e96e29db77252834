package main

import (
	"context"
	"log"
	"sync/atomic"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

func send(ctx context.Context, name string) {
	if ctx.Err() != nil {
		log.Println(name)
	}
}

func all(ctx context.Context, names []string) {
	var open int32
	for _, name := range names {
		atomic.AddInt32(&open, 1)
		go func() {
			defer atomic.AddInt32(&open, -1)
			send(ctx, name)
		}()
	}
	for atomic.LoadInt32(&open) > 0 {
		time.Sleep(time.Millisecond)
	}
}

type round struct{ done atomic.Bool }

func (r *round) begin(ctx context.Context) {
	go func() {
		send(ctx, "round")
		r.done.Store(true)
	}()
}

func (r *round) end() {
	for !r.done.Load() {
		time.Sleep(time.Millisecond)
	}
}

var sent atomic.Int64

func count(ctx context.Context, name string) {
	go func() { // want: ^nothing waits for the goroutine that count starts
		send(ctx, name)
		sent.Add(1)
	}()
}

func handle(ctx context.Context, names []string) (int64, error) {
	all(ctx, names)
	r := &round{}
	r.begin(ctx)
	r.end()
	count(ctx, "last")
	return sent.Load(), nil
}

func main() {
	lambda.Start(handle)
}
