package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

// Answer goes back to API Gateway.
type Answer events.APIGatewayProxyResponse

// Report has a body of its own.
type Report struct{ Body string }

func write() Report { return Report{Body: "x"} }

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (Answer, error) {
	if e.Path == "/late" {
		late := Answer{Body: write().Body}
		late.StatusCode = 200
		return late, nil
	}
	return Answer{Body: "hello", Headers: map[string]string{"Content-Type": "text/plain"}}, nil // want: ^Answer is returned with status code 0$
}

func main() {
	lambda.Start(handle)
}
