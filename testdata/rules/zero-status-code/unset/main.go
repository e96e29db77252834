package main

import (
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if e.Body == "" {
		return events.APIGatewayProxyResponse{}, nil // want: ^events.APIGatewayProxyResponse is returned with status code 0$
	}
	answer := events.APIGatewayProxyResponse{Body: "x"} // want: status code 0
	return answer, nil
}

func main() {
	lambda.Start(handle)
}
