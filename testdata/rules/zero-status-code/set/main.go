package main

import (
	"errors"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func fill(r *events.APIGatewayProxyResponse) { r.StatusCode = http.StatusOK }

func handle(e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	switch e.HTTPMethod {
	case "GET":
		return events.APIGatewayProxyResponse{StatusCode: http.StatusOK}, nil
	case "PUT":
		return events.APIGatewayProxyResponse{}, errors.New("not allowed")
	}
	answer := events.APIGatewayProxyResponse{Body: "x"}
	fill(&answer)
	return answer, nil
}

func main() {
	lambda.Start(handle)
}
