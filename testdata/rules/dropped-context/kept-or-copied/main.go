package main

import (
	"context"
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type lock struct{ held bool }

func remove(ctx context.Context, l *lock) error {
	l.held = false
	return ctx.Err()
}

// Release has its own time: the lock must go even when the invocation's has run out.
func (l *lock) Release() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return remove(ctx, l)
}

func (l *lock) Renew() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second) // want: \(lock\).Renew takes no context.Context
	defer cancel()
	return remove(ctx, l)
}

func answer(r *http.Request) *http.Response {
	return &http.Response{StatusCode: http.StatusOK, Request: r.Clone(context.Background())}
}

func handle(ctx context.Context, e events.SQSEvent) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://example.com", nil)
	if err != nil {
		return err
	}
	if answer(r).StatusCode != http.StatusOK {
		return nil
	}
	l := &lock{}
	if err := l.Renew(); err != nil {
		return err
	}
	return l.Release()
}

func main() {
	lambda.Start(handle)
}
