package main

import (
	"context"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

const pause = 1500 * time.Millisecond

func handle(ctx context.Context) error {
	time.Sleep(2 * time.Second) // want: ^the handler sleeps for 2 s$
	time.Sleep(pause)           // want: ^the handler sleeps for 1.5 s$
	again()
	return ctx.Err()
}

func again() {
	time.Sleep(time.Minute) // want: ^the handler sleeps for 60 s$
}

func main() {
	lambda.Start(handle)
}
