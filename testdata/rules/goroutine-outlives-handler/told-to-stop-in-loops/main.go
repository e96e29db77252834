package main

import (
	"context"
	"errors"
	"log"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

func send(ctx context.Context) error {
	if time.Now().Unix()%2 == 0 {
		return errors.New("not now")
	}
	return ctx.Err()
}

func handle(ctx context.Context) error {
	done := make(chan bool)
	defer close(done)
	go func() {
		for _, late := range []time.Duration{time.Second, 10 * time.Second} {
			select {
			case <-done:
				return
			case <-time.After(late):
				log.Println("slow", late)
			}
		}
	}()
	go func() {
		for ctx.Err() == nil {
			select {
			case <-ctx.Done():
				return
			case <-time.After(time.Second):
				log.Println("still at it")
			}
		}
	}()
	go func() { // want: ^nothing waits for the goroutine that handle starts
		for i := 0; i < 3; i++ {
			if send(ctx) == nil {
				return
			}
			select {
			case <-ctx.Done():
				return
			case <-time.After(time.Second):
			}
		}
	}()
	go func() { // want: ^nothing waits for the goroutine that handle starts
		for send(ctx) != nil {
			select {
			case <-ctx.Done():
				return
			case <-time.After(time.Second):
			}
		}
	}()
	return send(ctx)
}

func main() {
	lambda.Start(handle)
}
