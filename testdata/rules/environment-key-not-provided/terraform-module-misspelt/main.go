package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

var table = must("BILLS_TABLE")

func must(key string) string {
	value := os.Getenv(key)
	if value == "" {
		log.Fatalf("%s is not set", key)
	}
	return value
}

func handle(ctx context.Context) error {
	log.Println(table)
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
