package chain

import (
	"context"
	"log/slog"
)

type Handler[In, Out any] func(ctx context.Context, in In) (Out, error)

type Middleware[In, Out any] func(Handler[In, Out]) Handler[In, Out]

func Of[In, Out any](h Handler[In, Out], all ...Middleware[In, Out]) Handler[In, Out] {
	for _, one := range all {
		h = one(h)
	}
	return h
}

func Logged[In, Out any](next Handler[In, Out]) Handler[In, Out] {
	return func(ctx context.Context, in In) (Out, error) {
		slog.InfoContext(ctx, "invoked", "event", in) // want: ^the whole event is logged$
		return next(ctx, in)
	}
}

func Counted[In, Out any](next Handler[In, Out]) Handler[In, Out] {
	calls := 0
	return func(ctx context.Context, in In) (Out, error) {
		calls++
		slog.InfoContext(ctx, "invoked", "calls", calls)
		return next(ctx, in)
	}
}
