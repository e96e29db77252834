package main

import (
	"context"
	"log"

	"example.com/x/lambda"
)

var run = func() { lambda.Start(handle) }

func handle(ctx context.Context) error {
	log.Fatal("never") // want: log.Fatal ends the process
	return nil
}

func main() {
	run()
}
