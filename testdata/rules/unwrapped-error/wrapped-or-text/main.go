package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, name string) error {
	err := errors.New("x")
	if name == "" {
		return fmt.Errorf("no name: %w", err)
	}
	if name == "text" {
		return fmt.Errorf("text: %s", err.Error())
	}
	if name == "detail" {
		return fmt.Errorf("detail: %+v", err)
	}
	return fmt.Errorf("name %s", name)
}

func init() {
	fmt.Println(fmt.Errorf("at start-up: %v", errors.New("x")))
}

func main() {
	lambda.Start(handle)
}
