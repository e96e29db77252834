package main

import (
	"context"
	"encoding/json"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type item struct{ Name string }

func handle(ctx context.Context, e events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	if e.RawPath == "/" {
		return events.APIGatewayV2HTTPResponse{StatusCode: 200, Body: "hello"}, nil // want: ^events.APIGatewayV2HTTPResponse has a body and no Content-Type$
	}
	body, err := json.Marshal(item{Name: e.RawPath})
	if err != nil {
		return events.APIGatewayV2HTTPResponse{StatusCode: 500, Body: "failed"}, err
	}
	return events.APIGatewayV2HTTPResponse{ // want: no Content-Type
		StatusCode: 200,
		Body:       string(body),
	}, nil
}

func main() {
	lambda.Start(handle)
}
