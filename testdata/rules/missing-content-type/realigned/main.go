package main

import (
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	answer := events.APIGatewayProxyResponse{ // want: no Content-Type
		Body: "<p>hello</p>",
	}
	answer.StatusCode = 200
	return answer, nil
}

func main() {
	lambda.Start(handle)
}
