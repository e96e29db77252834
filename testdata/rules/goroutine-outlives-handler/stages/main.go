package main

import (
	"context"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

type stage func(context.Context, <-chan string) <-chan string

func upper(ctx context.Context, in <-chan string) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for s := range in {
			out <- strings.ToUpper(s)
		}
	}()
	return out
}

func forgetful(ctx context.Context, in <-chan string) <-chan string {
	lost := make(chan string, 1)
	go func() { // want: ^nothing waits for the goroutine that forgetful starts
		lost <- "nothing"
	}()
	return in
}

func through(ctx context.Context, in <-chan string, stages ...stage) <-chan string {
	for _, s := range stages {
		in = s(ctx, in)
	}
	return in
}

func handle(ctx context.Context, text string) (int, error) {
	words := make(chan string)
	go func() {
		defer close(words)
		for _, w := range strings.Fields(text) {
			words <- w
		}
	}()
	n := 0
	for range through(ctx, words, upper, forgetful) {
		n++
	}
	return n, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
