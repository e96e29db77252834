package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) { // want: but its trigger orders .function URL. sends events.LambdaFunctionURLRequest
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: e.Path}, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
