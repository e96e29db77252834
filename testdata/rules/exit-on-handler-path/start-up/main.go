package main

import (
	"context"
	"errors"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func init() {
	if os.Getenv("TABLE") == "" {
		log.Fatal("no table")
	}
}

func handle(ctx context.Context, n int) error {
	if n < 0 {
		log.Print("negative")
		return errors.New("negative")
	}
	return nil
}

func main() {
	if len(os.Args) > 1 {
		os.Exit(2)
	}
	lambda.Start(handle)
}
