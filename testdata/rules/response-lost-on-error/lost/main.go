package main

import (
	"context"
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func load(ctx context.Context) (string, error) {
	return "", ctx.Err()
}

func show(ctx context.Context, id string) (*events.APIGatewayV2HTTPResponse, error) {
	if id == "" {
		return &events.APIGatewayV2HTTPResponse{StatusCode: 400}, errors.New("no id") // want: ^events.APIGatewayV2HTTPResponse is lost: an error is returned with it$
	}
	body, err := load(ctx)
	if err != nil {
		return &events.APIGatewayV2HTTPResponse{StatusCode: 500, Body: "try later"}, err // want: is lost
	}
	return &events.APIGatewayV2HTTPResponse{StatusCode: 200, Body: body}, err
}

func handle(ctx context.Context, e events.APIGatewayV2HTTPRequest) (*events.APIGatewayV2HTTPResponse, error) {
	return show(ctx, e.PathParameters["id"])
}

func main() {
	lambda.Start(handle)
}
