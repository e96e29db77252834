package main

import (
	"context"
	"io"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

type job struct {
	Name string
	Done func()
	Note chan string `json:"-"`
}

func stream(ctx context.Context, r io.Reader) error { // want: stream can't be given an event: JSON can't be decoded into the interface io.Reader
	return nil
}

func twice(ctx, inner context.Context) error { // want: interface context.Context
	return nil
}

func queue(ctx context.Context, c chan string) error { // want: JSON has no form for chan string
	return nil
}

// An event need not have the field that has no form.
func run(ctx context.Context, j *job) error {
	return nil
}

func main() {
	switch os.Getenv("MODE") {
	case "stream":
		lambda.Start(stream)
	case "twice":
		lambda.Start(twice)
	case "queue":
		lambda.Start(queue)
	default:
		lambda.Start(run)
	}
}
