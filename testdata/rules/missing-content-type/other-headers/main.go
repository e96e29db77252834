package main

import (
	"encoding/json"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if e.Body == "" {
		return events.APIGatewayProxyResponse{ // want: no Content-Type
			StatusCode: 400,
			Body:       `{"error":"empty"}`,
			Headers:    map[string]string{"Cache-Control": "no-store"},
		}, nil
	}
	if e.Path == "/" {
		return events.APIGatewayProxyResponse{StatusCode: 200, Body: "fine", Headers: nil}, nil // want: no Content-Type
	}
	body, err := json.Marshal(e.PathParameters)
	if err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	return events.APIGatewayProxyResponse{ // want: no Content-Type
		StatusCode: 200,
		Body:       string(body),
		Headers: map[string]string{
			"Vary":          "Origin",
			"Cache-Control": "no-store", // for browsers
		},
	}, nil
}

func main() {
	lambda.Start(handle)
}
