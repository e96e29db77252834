package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, name string) error {
	first, second := errors.New("x"), errors.New("y")
	return fmt.Errorf("%w: %v", first, second)
}

func main() {
	lambda.Start(handle)
}
