// Command close closes a gate.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
)

func closeGate(ctx context.Context, number int) (string, error) {
	return "close", ctx.Err()
}

func main() { lambda.Start(closeGate) }
