package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
)

func save(name string) {
	defer func() {
		if r := recover(); r != nil {
			panic(r)
		}
	}()
	if name == "" {
		panic("no name")
	}
}

func handle(ctx context.Context, name string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("failed: %v", r)
		}
	}()
	save(name)
	return nil
}

func main() {
	lambda.Start(handle)
}
