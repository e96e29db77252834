package main

import (
	"context"
	"errors"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var errTeapot = errors.New("teapot")

func load(ctx context.Context) (string, error) {
	return "", ctx.Err()
}

func show(ctx context.Context) (events.APIGatewayProxyResponse, error) {
	body, err := load(ctx)
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 404}, errTeapot
	}
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: body}, err
}

func check(ctx context.Context) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{StatusCode: 418}, errors.New("for the caller in here only")
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if resp, err := check(ctx); err != nil {
		log.Println(err)
		return resp, nil
	}
	if _, err := load(ctx); err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	if _, err := load(ctx); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500}, nil
	}
	return show(ctx)
}

func main() {
	lambda.Start(handle)
}
