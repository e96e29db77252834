package main

import (
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func fresh() events.APIGatewayProxyResponse {
	return events.APIGatewayProxyResponse{Headers: map[string]string{}}
}

func prepare(r *events.APIGatewayProxyResponse) { r.Headers = map[string]string{} }

func handle(e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	first := fresh()
	first.Headers["A"] = "b"

	var second events.APIGatewayProxyResponse
	second.Headers = make(map[string]string)
	second.Headers["A"] = "b"

	third := events.APIGatewayProxyResponse{StatusCode: 200}
	prepare(&third)
	third.Headers["A"] = "b"

	fourth := events.APIGatewayProxyResponse{StatusCode: 200, Headers: map[string]string{}}
	fourth.Headers["A"] = "b"
	return fourth, nil
}

func main() {
	lambda.Start(handle)
}
