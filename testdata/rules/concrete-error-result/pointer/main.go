package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
)

type failure struct{ Code int }

func (f *failure) Error() string { return "failed" }

func handle(ctx context.Context, n int) (string, *failure) { // want: handle returns \*failure for its error: each success is reported as a failure
	if n < 0 {
		return "", &failure{Code: n}
	}
	return "ok", nil
}

func main() {
	lambda.Start(handle)
}
