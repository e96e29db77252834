package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event []byte) ([]byte, error) { // want: ^handle takes and returns \[\]byte, which is base64 text in JSON: json.RawMessage is the raw JSON$
	return event, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
