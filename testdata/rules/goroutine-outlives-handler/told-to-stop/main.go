package main

import (
	"context"
	"log"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) error {
	go func() {
		<-ctx.Done()
		log.Println("out of time")
	}()
	stop := make(chan struct{})
	defer close(stop)
	go func() {
		ticker := time.NewTicker(time.Second)
		defer ticker.Stop()
		for {
			select {
			case <-stop:
				return
			case <-ticker.C:
				log.Println("still at it")
			}
		}
	}()
	ended := make(chan struct{})
	go func() {
		<-ended
		log.Println("at its end")
	}()
	defer close(ended)
	never := make(chan struct{})
	go func() { // want: ^nothing waits for the goroutine that handle starts
		<-never
		log.Println("at no end")
	}()
	return nil
}

func main() {
	lambda.Start(handle)
}
