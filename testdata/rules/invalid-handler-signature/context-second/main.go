package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
)

type order struct{ ID string }

func handle(o order, ctx context.Context) (string, error) { // want: but the first is not Context. got struct
	if err := ctx.Err(); err != nil {
		return "", fmt.Errorf("too late for %s: %w", o.ID, err)
	}
	return o.ID, nil
}

func main() {
	lambda.Start(handle)
}
