package main

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event json.RawMessage) error {
	if len(event) == 0 {
		return errors.New("nothing to archive")
	}
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
