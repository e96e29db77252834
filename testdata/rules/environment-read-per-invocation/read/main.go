package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) (string, error) {
	return os.Getenv("TABLE"), ctx.Err() // want: ^"TABLE" is read at each invocation$
}

func main() {
	lambda.Start(handle)
}
