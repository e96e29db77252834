package main

import (
	"context"
	"encoding/json"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

type event struct{ Name string }

// clock has exactly the methods of context.Context.
type clock interface {
	Deadline() (time.Time, bool)
	Done() <-chan struct{}
	Err() error
	Value(key any) any
}

type failure interface {
	error
	Code() int
}

type raw struct{}

func (raw) Invoke(ctx context.Context, payload []byte) ([]byte, error) { return payload, nil }

func list[T any](ctx context.Context, in T) ([]T, error) { return []T{in}, nil }

func main() {
	forms := map[string]any{
		"a": func() {},
	}
	switch os.Getenv("FORM") {
	case "1":
		lambda.Start(func() {})
	case "2":
		lambda.Start(func(event) {})
	case "3":
		lambda.Start(func() error { return nil })
	case "4":
		lambda.Start(func(*event) error { return nil })
	case "5":
		lambda.Start(func() (string, error) { return "", nil })
	case "6":
		lambda.Start(func(map[string]string) (int, error) { return 0, nil })
	case "7":
		lambda.Start(func(context.Context) {})
	case "8":
		lambda.Start(func(context.Context) error { return nil })
	case "9":
		lambda.Start(func(clock, event) error { return nil })
	case "10":
		lambda.Start(func(context.Context, json.RawMessage) (any, failure) { return nil, nil })
	case "11":
		lambda.Start(raw{})
	case "12":
		lambda.Start(list[event])
	case "13":
		lambda.Start(func(any) error { return nil })
	default:
		lambda.Start(forms["a"])
	}
}
