package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) error {
	return ctx.Err()
}

func main() {
	if os.Getenv("STOCK_TABLE") == "" { // want: STOCK_TABLE is needed here, but stock doesn.t set it
		log.Fatal("STOCK_TABLE is missing")
	}
	lambda.Start(handle)
}
