package main

import (
	"context"
	"log"
	"slices"

	"github.com/aws/aws-lambda-go/lambda"
)

type order struct{ Kind string }

type step func(context.Context, order) error

type layer func(step) step

type layers struct{ all []layer }

func (l *layers) add(more ...layer) *layers {
	l.all = append(l.all, more...)
	return l
}

func (l *layers) around(last step) step {
	for i := len(l.all) - 1; i >= 0; i-- {
		last = l.all[i](last)
	}
	return last
}

func wrap(last step, all ...layer) step {
	for i := range all {
		last = all[i](last)
	}
	for _, one := range slices.Backward(all) {
		last = one(last)
	}
	return last
}

func backward(last step, all ...layer) step {
	for _, one := range slices.Backward(all) {
		last = (one)(last)
	}
	return last
}

func counted(next step) step {
	return func(ctx context.Context, o order) error {
		if o.Kind == "" {
			log.Fatal("no kind") // want: ^log\.Fatal ends the process
		}
		return next(ctx, o)
	}
}

func timed(next step) step {
	return func(ctx context.Context, o order) error {
		log.Fatalln("no clock") // want: ^log\.Fatalln ends the process
		return next(ctx, o)
	}
}

func traced(next step) step {
	return func(ctx context.Context, o order) error {
		log.Fatalf("no trace") // want: ^log\.Fatalf ends the process
		return next(ctx, o)
	}
}

func unused(next step) step {
	return func(ctx context.Context, o order) error {
		log.Fatal("never")
		return next(ctx, o)
	}
}

type number int

type list[T any] []T

var kinds = map[string]func(order) error{
	"new": func(order) error {
		log.Fatal("no room") // want: ^log\.Fatal ends the process
		return nil
	},
}

func handler(ctx context.Context, o order) error {
	kind := o.Kind
	_ = list[number](nil)
	defer kinds[kind](o)
	return ctx.Err()
}

func main() {
	around := new(layers).add(counted).around(handler)
	lambda.Start(backward(wrap(around, timed), traced))
}
