package main

import (
	"context"
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) error {
	deadline, _ := ctx.Deadline()
	ctx, cancel := context.WithTimeout(ctx, time.Until(deadline))
	defer cancel()
	if ctx.Err() != nil {
		return http.ErrHandlerTimeout
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
