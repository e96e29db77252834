package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, names ...string) error { // want: ^handle is variadic \(\.\.\.string\) and panics at each invocation$
	return nil
}

func main() {
	lambda.Start(handle)
}
