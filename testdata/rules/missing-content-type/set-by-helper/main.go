package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type endpoint func(context.Context, events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error)

func typed(next endpoint) endpoint {
	return func(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
		answer, err := next(ctx, e)
		if answer.Headers == nil {
			answer.Headers = map[string]string{}
		}
		answer.Headers["Content-Type"] = "text/plain"
		return answer, err
	}
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: "x"}, nil
}

func main() {
	lambda.Start(typed(handle))
}
