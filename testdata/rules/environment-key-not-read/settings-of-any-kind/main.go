package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/caarlos0/env/v11"
)

type desk struct {
	Counter string `env:"COUNTER"`
}

// What each part of the program wants filled.
var parts = map[string]any{"desk": &desk{}}

func handle(ctx context.Context) (int, error) {
	return len(parts), ctx.Err()
}

func main() {
	for _, part := range parts {
		if err := env.Parse(part); err != nil {
			panic(err)
		}
	}
	lambda.Start(handle)
}
