package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
)

type shop struct {
	ship func(order string) error
}

func newShop() *shop {
	return &shop{ship: func(order string) error {
		return send(order)
	}}
}

func send(string) error { return nil }

var current = newShop()

func handle(ctx context.Context, order string) error {
	return current.ship(order)
}

func main() {
	lambda.Start(handle)
}
