package main

import (
	"context"
	"encoding/json"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
)

type checked interface{ Check() error }

// envelope is what all events come in.
type envelope[T checked] struct {
	Payload T `json:"payload"`
}

func (e envelope[T]) check() error {
	return e.Payload.Check()
}

func open[T checked](raw json.RawMessage) (T, error) {
	var inner T
	err := json.Unmarshal(raw, &inner)
	if err == nil {
		err = inner.Check()
	}
	return inner, err
}

type booking struct {
	Guests int
	Extras json.RawMessage
}

func (b booking) Check() error {
	if b.Guests < 1 {
		log.Fatal("nobody comes") // want: ^log.Fatal ends the process in the middle of an invocation$
	}
	return nil
}

type extras struct{ Breakfast bool }

func (e *extras) Check() error {
	if !e.Breakfast {
		log.Fatal("hungry") // want: ^log.Fatal ends the process in the middle of an invocation$
	}
	return nil
}

type refund struct{ Cents int }

func (r refund) Check() error {
	if r.Cents < 0 {
		log.Fatal("they pay us") // want: ^log.Fatal ends the process in the middle of an invocation$
	}
	return nil
}

func with[T checked](next func(context.Context, T) error) func(context.Context, json.RawMessage) error {
	return func(ctx context.Context, raw json.RawMessage) error {
		var in T
		if err := json.Unmarshal(raw, &in); err != nil {
			return err
		}
		if err := in.Check(); err != nil {
			return err
		}
		return next(ctx, in)
	}
}

var pay = with(func(ctx context.Context, r refund) error { return ctx.Err() })

// room can be checked too, but never comes in an envelope.
type room struct{ Beds int }

func (r room) Check() error {
	if r.Beds == 0 {
		log.Fatal("no beds")
	}
	return nil
}

var rooms = []room{{Beds: 1}, {Beds: 2}}

func handle(ctx context.Context, e envelope[booking]) (int, error) {
	if err := e.check(); err != nil {
		return 0, err
	}
	if _, err := open[*extras](e.Payload.Extras); err != nil {
		return 0, err
	}
	return len(rooms), pay(ctx, e.Payload.Extras)
}

func main() {
	lambda.Start(handle)
}
