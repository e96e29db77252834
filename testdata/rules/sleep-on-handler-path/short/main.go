package main

import (
	"context"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, seconds int) error {
	time.Sleep(999 * time.Millisecond)
	time.Sleep(time.Duration(seconds) * time.Second)
	return ctx.Err()
}

func init() {
	time.Sleep(time.Second)
}

func main() {
	lambda.Start(handle)
}
