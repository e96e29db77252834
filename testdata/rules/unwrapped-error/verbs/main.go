package main

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func read(name string) ([]byte, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("100%% sure: reading %q: %v", name, err) // want: ^%v keeps the text of the error only: %w wraps it$
	}
	return data, nil
}

func handle(ctx context.Context, name string) (int, error) {
	data, err := read(name)
	if err != nil {
		return 0, fmt.Errorf(`ä: %s`, err) // want: ^%s keeps
	}
	return len(data), nil
}

func main() {
	lambda.Start(handle)
}
