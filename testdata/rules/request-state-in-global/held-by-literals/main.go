package main

import (
	"context"
	"log/slog"
	"os"
	"strings"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type handler func(context.Context, events.KafkaEvent) error

func logged(log *slog.Logger) func(handler) handler {
	return func(next handler) handler {
		return func(ctx context.Context, e events.KafkaEvent) error {
			log = log.With("source", e.EventSourceARN) // want: ^variable log from start-up keeps data of this request for later ones$
			own := log.With("servers", e.BootstrapServers)
			own.InfoContext(ctx, "batch")
			return next(ctx, e)
		}
	}
}

func named(next handler) handler {
	var (
		source string
		first  string
		stage  string
		calls  int
	)
	return func(ctx context.Context, e events.KafkaEvent) error {
		source = e.EventSource // want: ^variable source from start-up keeps data
		if first == "" {
			first = e.EventSource
		}
		stage = os.Getenv("STAGE")
		calls++
		slog.InfoContext(ctx, "call", "source", source, "first", first, "stage", stage, "calls", calls)
		return next(ctx, e)
	}
}

type consumer struct{ topic string }

func (c *consumer) consume(ctx context.Context, e events.KafkaEvent) error {
	var (
		wg    sync.WaitGroup
		found string
	)
	for topic, records := range e.Records {
		c.topic = topic // want: ^c.topic of a value from start-up keeps data
		wg.Add(1)
		go func() {
			defer wg.Done()
			found = strings.ToLower(records[0].Value)
		}()
	}
	wg.Wait()
	slog.InfoContext(ctx, found)
	return ctx.Err()
}

func main() {
	c := &consumer{}
	last := ""
	inner := logged(slog.Default())(named(c.consume))
	lambda.Start(func(ctx context.Context, e events.KafkaEvent) error {
		last = e.EventSourceARN // want: ^variable last from start-up keeps data
		slog.InfoContext(ctx, last)
		return inner(ctx, e)
	})
}
