package main

import (
	"context"
	"fmt"
	"iter"
	"strconv"

	"github.com/aws/aws-lambda-go/lambda"
)

func numbers(raw []string) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for _, r := range raw {
			n, err := strconv.Atoi(r)
			if err != nil {
				err = fmt.Errorf("number: %v", err) // want: ^%v keeps the text of the error only: %w wraps it$
			}
			if !yield(n, err) {
				return
			}
		}
	}
}

func never() iter.Seq[error] {
	return func(yield func(error) bool) {
		yield(fmt.Errorf("never: %v", context.Canceled))
	}
}

func handle(ctx context.Context, raw []string) (sum int, err error) {
	for n, err := range numbers(raw) {
		if err != nil {
			return 0, fmt.Errorf("sum: %v", err) // want: %v keeps the text
		}
		sum += n
	}
	_ = never
	return sum, nil
}

func main() {
	lambda.Start(handle)
}
