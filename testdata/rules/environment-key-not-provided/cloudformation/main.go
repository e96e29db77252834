package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func init() {
	if os.Getenv("BUCKET") == "" { // want: BUCKET is needed here, but Orders doesn't set it
		log.Fatal("BUCKET is not set")
	}
}

func handle(ctx context.Context) error {
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
