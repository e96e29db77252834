package main

import (
	"context"
	"os"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
)

var (
	table = os.Getenv("TABLE")
	stage string
	once  sync.Once
)

func handle(ctx context.Context) (string, error) {
	once.Do(func() { stage = os.Getenv("STAGE") })
	return table + stage, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
