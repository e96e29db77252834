package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func accept(ctx context.Context) error { return ctx.Err() }

func refund(ctx context.Context) error { return ctx.Err() }

func main() {
	switch name := os.Getenv("FUNCTION"); name {
	case "accept":
		lambda.Start(accept)
	case "refund":
		lambda.Start(refund)
	default:
		log.Fatalf("no function %q", name)
	}
}
