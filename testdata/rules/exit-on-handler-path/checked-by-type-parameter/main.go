package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
)

type step[I any] interface {
	Handle(context.Context, I) (int, error)
}

type function[I any] func(context.Context, I) (int, error)

func (f function[I]) Handle(ctx context.Context, in I) (int, error) { return f(ctx, in) }

type checked[I interface{ Check() bool }] struct{ next step[I] }

func (c checked[I]) Handle(ctx context.Context, in I) (int, error) {
	if !in.Check() {
		return 0, nil
	}
	return c.next.Handle(ctx, in)
}

type parcel struct{ Grams int }

func (p parcel) Check() bool {
	if p.Grams < 0 {
		log.Fatal("lighter than air") // want: ^log.Fatal ends the process in the middle of an invocation$
	}
	return true
}

// crate is never handled.
type crate struct{ Boards int }

func (c crate) Check() bool {
	if c.Boards == 0 {
		log.Fatal("no wood")
	}
	return true
}

var crates = []crate{{Boards: 1}}

func weigh(ctx context.Context, p parcel) (int, error) {
	return p.Grams * len(crates), ctx.Err()
}

func main() {
	lambda.Start(checked[parcel]{next: function[parcel](weigh)}.Handle)
}
