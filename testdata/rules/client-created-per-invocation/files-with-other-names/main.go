package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, e events.S3Event) error {
	for _, r := range e.Records {
		n, err := size(ctx, r.S3.Bucket.Name, r.S3.Object.URLDecodedKey)
		if err != nil {
			return err
		}
		if err := send(ctx, fmt.Sprintf("%s: %d", r.S3.Object.Key, n)); err != nil {
			return err
		}
	}
	return audit(ctx, len(e.Records))
}

func main() {
	lambda.Start(handle)
}
