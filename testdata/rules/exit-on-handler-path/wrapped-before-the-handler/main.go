package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

type handler func(context.Context, string) error

type gate struct{ name string }

func (g gate) around(strict bool) func(handler) handler {
	return func(next handler) handler {
		return func(ctx context.Context, name string) error {
			if strict && name == "" {
				os.Exit(1) // want: ^os.Exit ends the process
			}
			return next(ctx, name)
		}
	}
}

func logged(prefix string) func(handler) handler {
	return func(next handler) handler {
		return func(ctx context.Context, name string) error {
			log.Println(prefix, name)
			return next(ctx, name)
		}
	}
}

func greet(ctx context.Context, name string) error {
	if ctx.Err() != nil {
		log.Fatal("too late") // want: ^log.Fatal ends the process
	}
	return nil
}

func checked(next handler) handler {
	return func(ctx context.Context, name string) error {
		if len(name) > 100 {
			log.Fatalln("too long") // want: ^log.Fatalln ends the process
		}
		return next(ctx, name)
	}
}

func marked(mark string) func(handler) handler {
	return func(next handler) handler {
		return func(ctx context.Context, name string) error {
			return next(ctx, name+mark)
		}
	}
}

func unused(next handler) handler {
	return func(ctx context.Context, name string) error {
		os.Exit(2)
		return next(ctx, name)
	}
}

func main() {
	wrap := marked("!")
	inner := logged("greet")(gate{"door"}.around(true)(wrap(checked(greet))))
	lambda.Start(func(ctx context.Context, name string) error {
		return inner(ctx, name)
	})
}
