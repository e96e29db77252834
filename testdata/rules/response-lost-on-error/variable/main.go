package main

import (
	"context"
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type routes interface {
	Answer(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error)
}

type orders struct{}

type shop struct{ orders routes }

func load(ctx context.Context) (string, error) {
	return "", ctx.Err()
}

func (orders) Answer(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	res := events.APIGatewayProxyResponse{Headers: map[string]string{"Content-Type": "application/json"}}
	body, err := load(ctx)
	if err != nil {
		res.StatusCode = 500
		res.Body = `{"message":"try later"}`
		return res, err // want: ^events.APIGatewayProxyResponse is lost: an error is returned with it$
	}
	if _, err := load(ctx); err != nil {
		return res, err
	}
	switch e.HTTPMethod {
	case "PUT":
		res = events.APIGatewayProxyResponse{StatusCode: 405}
		return res, errors.New("read only") // want: is lost
	case "POST":
		res.StatusCode = 405
		return res, nil
	}
	res.StatusCode = 200
	res.Body = body
	return res, err
}

func (s shop) handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return s.orders.Answer(ctx, e)
}

func main() {
	s := shop{orders: orders{}}
	lambda.Start(s.handle)
}
