package main

import (
	"context"
	"errors"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func process(key string) error {
	if key == "" {
		return errors.New("empty")
	}
	return nil
}

func handle(ctx context.Context, e events.S3Event) error {
	for _, record := range e.Records {
		if err := process(record.S3.Object.URLDecodedKey); err != nil {
			log.Print(err)
			continue
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
