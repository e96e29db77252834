package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

type color chan int

func (color) MarshalText() ([]byte, error) { return []byte("red"), nil }
func (color) UnmarshalText([]byte) error   { return nil }

type job struct {
	At     time.Time
	Color  color
	Next   *job
	hidden func()
	Log    func() `json:"-"`
	Detail json.RawMessage
	Counts map[int]string
}

func stream(ctx context.Context, j job) (io.Reader, error) {
	return bytes.NewBufferString("x"), nil
}

func any1(ctx context.Context, v any) (any, error) {
	return v, nil
}

func main() {
	if os.Getenv("MODE") == "any" {
		lambda.Start(any1)
	} else {
		lambda.Start(stream)
	}
}
