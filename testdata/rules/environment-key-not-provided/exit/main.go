package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

var bucket string

func init() {
	value, ok := os.LookupEnv("BUCKET") // want: BUCKET is needed here
	if !ok {
		log.Fatal("BUCKET is not set")
	}
	bucket = value
}

func handle(ctx context.Context) (string, error) {
	return bucket, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
