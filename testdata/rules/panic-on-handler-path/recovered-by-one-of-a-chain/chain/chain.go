package chain

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/aws/aws-lambda-go/events"
)

type Handler func(ctx context.Context, e events.SNSEvent) error

type Middleware func(Handler) Handler

func Of(h Handler, all ...Middleware) Handler {
	for i := len(all) - 1; i >= 0; i-- {
		h = all[i](h)
	}
	return h
}

func Timed(next Handler) Handler {
	return func(ctx context.Context, e events.SNSEvent) error {
		begin := time.Now()
		defer func() { slog.InfoContext(ctx, "done", "took", time.Since(begin)) }()
		return next(ctx, e)
	}
}

func Recovered(next Handler) Handler {
	return func(ctx context.Context, e events.SNSEvent) (err error) {
		defer func() {
			if v := recover(); v != nil {
				err = fmt.Errorf("recovered: %v", v)
			}
		}()
		return next(ctx, e)
	}
}
