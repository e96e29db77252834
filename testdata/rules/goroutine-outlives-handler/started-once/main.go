package main

import (
	"context"
	"log"
	"sync"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

var once sync.Once

func refresh() {
	for {
		log.Println("refreshed")
		time.Sleep(time.Minute)
	}
}

func init() {
	go refresh()
}

func handle(ctx context.Context) error {
	once.Do(func() { go refresh() })
	return nil
}

func main() {
	lambda.Start(handle)
}
