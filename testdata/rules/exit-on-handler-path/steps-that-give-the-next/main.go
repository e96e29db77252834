package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

type job struct{ tries int }

type step func(ctx context.Context, j *job) step

func fetch(ctx context.Context, j *job) step {
	if j.tries > 2 {
		return give
	}
	return j.again
}

func (j *job) again(ctx context.Context, _ *job) step {
	j.tries++
	if ctx.Err() != nil {
		log.Fatal("too late") // want: ^log.Fatal ends the process in the middle of an invocation$
	}
	return fetch
}

func give(context.Context, *job) step {
	os.Exit(2) // want: ^os.Exit ends the process
	return nil
}

func unused(context.Context, *job) step {
	os.Exit(3)
	return unused
}

type rule func(n int) (rule, error)

func first(n int) (rule, error) {
	return func(n int) (rule, error) {
		if n < 0 {
			log.Panicln("negative")
		}
		if n > 100 {
			log.Fatalln("too many") // want: ^log.Fatalln ends the process
		}
		return nil, nil
	}, nil
}

func handle(ctx context.Context, n int) error {
	j := &job{}
	for s := step(fetch); s != nil; {
		s = s(ctx, j)
	}
	var err error
	r := rule(first)
	for r != nil && err == nil {
		r, err = r(n)
	}
	return err
}

func main() {
	lambda.Start(handle)
}
