package main

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"

	"example.com/x/codec"
)

type order struct {
	ID string `json:"id"`
}

type length int

func first[T any](list []T) (T, error) {
	var none T
	if len(list) == 0 {
		return none, fmt.Errorf("nothing")
	}
	return list[0], nil
}

type box[T any] struct{ T T }

func handle(ctx context.Context, raw json.RawMessage) (*order, error) {
	o, err := codec.Read[order](raw)
	if err != nil {
		return nil, fmt.Errorf("order: %v", err) // want: ^%v keeps the text of the error only: %w wraps it$
	}
	if _, err := codec.Read[struct{ Page int }](raw); err != nil {
		return nil, fmt.Errorf("page: %s", err) // want: %s keeps the text
	}
	if _, err := first[string](nil); err != nil {
		return nil, fmt.Errorf("first: %v", err) // want: %v keeps the text
	}
	b := box[length](struct{ T length }{7})
	return &o, fmt.Errorf("length: %v", b)
}

func main() {
	lambda.Start(handle)
}
