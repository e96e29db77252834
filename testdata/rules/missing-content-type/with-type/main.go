package main

import (
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var shared = map[string]string{"Content-Type": "text/plain"}

func handle(e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	switch e.HTTPMethod {
	case "HEAD":
		return events.APIGatewayProxyResponse{StatusCode: 204}, nil
	case "GET":
		return events.APIGatewayProxyResponse{StatusCode: 200, Body: "x", Headers: map[string]string{"content-type": "text/plain"}}, nil
	case "PUT":
		return events.APIGatewayProxyResponse{StatusCode: 200, Body: "x", Headers: shared}, nil
	}
	answer := events.APIGatewayProxyResponse{StatusCode: 200, Body: os.Getenv("TEXT")}
	answer.Headers = shared
	return answer, nil
}

func main() {
	lambda.Start(handle)
}
