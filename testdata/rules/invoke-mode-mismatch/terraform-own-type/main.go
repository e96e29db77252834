package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
)

type answer struct {
	Status int    `json:"statusCode"`
	Body   string `json:"body"`
}

func handle(ctx context.Context) (answer, error) {
	return answer{Status: 200, Body: "fine"}, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
