package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

type order struct{ ID, Kind string }

type step[In any] func(context.Context, In) error

type around[In any] func(step[In]) step[In]

func chain[In any](inner step[In], arounds ...around[In]) step[In] {
	for i := len(arounds) - 1; i >= 0; i-- {
		inner = arounds[i](inner)
	}
	return inner
}

func saved[In any](next step[In]) step[In] {
	return func(ctx context.Context, in In) (err error) {
		defer func() {
			if p := recover(); p != nil {
				err = fmt.Errorf("recovered: %v", p)
			}
		}()
		return next(ctx, in)
	}
}

func told[In any](next step[In]) step[In] {
	return func(ctx context.Context, in In) error {
		err := next(ctx, in)
		log.Println("done", err)
		return err
	}
}

func accept(_ context.Context, o order) error {
	if o.ID == "" {
		panic("order without an id")
	}
	return nil
}

func refuse(_ context.Context, o order) error {
	if o.ID == "" {
		panic(errors.New("order without an id")) // want: ^panic ends the invocation
	}
	return nil
}

// table finds the step for a kind of order.
type table struct {
	arounds []around[order]
	steps   map[string]step[order]
}

func (t *table) use(a ...around[order]) { t.arounds = append(t.arounds, a...) }

func (t *table) add(kind string, s step[order]) {
	for _, a := range t.arounds {
		s = a(s)
	}
	t.steps[kind] = s
}

func (t *table) handle(ctx context.Context, o order) error {
	s, ok := t.steps[o.Kind]
	if !ok {
		return nil
	}
	return s(ctx, o)
}

func hold(_ context.Context, o order) error { panic("can't hold " + o.ID) }

type store interface{ put(o order) error }

type rows struct{}

func (rows) put(o order) error { panic("no rows for " + o.ID) }

type safe struct{ store }

func (s safe) put(o order) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("recovered: %v", p)
		}
	}()
	return s.store.put(o)
}

func opened(names []string) store {
	var s store = rows{}
	for range names {
		s = safe{s}
	}
	return s
}

func main() {
	t := &table{steps: map[string]step[order]{}}
	t.use(told[order], saved[order])
	t.add("hold", hold)
	orders := opened([]string{"a"})
	t.add("put", func(_ context.Context, o order) error { return orders.put(o) })
	switch os.Getenv("STEP") {
	case "accept":
		lambda.Start(chain(accept, told, saved))
	case "refuse":
		lambda.Start(chainOnce(refuse, told))
	default:
		lambda.Start(t.handle)
	}
}

func chainOnce(inner step[order], outer around[order]) step[order] { return outer(inner) }
