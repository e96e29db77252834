// Command open opens a gate.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
)

func openGate(ctx context.Context, number int) (string, error) {
	return "open", ctx.Err()
}

func main() { lambda.Start(openGate) }
