package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if e.Body == "" {
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: "no body"}, nil // want: ^events.APIGatewayProxyResponse has no Access-Control-Allow-Origin, which others here have$
	}
	headers := map[string]string{"Content-Type": "text/plain"}
	if e.Path == "/plain" {
		return events.APIGatewayProxyResponse{StatusCode: 200, Headers: headers}, nil
	}
	return events.APIGatewayProxyResponse{
		StatusCode: 200,
		Headers:    map[string]string{"access-control-allow-origin": "*"},
		Body:       e.Body,
	}, nil
}

func main() {
	lambda.Start(handle)
}
