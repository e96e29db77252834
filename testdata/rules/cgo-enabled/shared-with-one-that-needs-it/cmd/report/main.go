package main

// #include <stdlib.h>
import "C"

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) (int, error) {
	return int(C.abs(-1)), ctx.Err()
}

func main() {
	lambda.Start(handle)
}
