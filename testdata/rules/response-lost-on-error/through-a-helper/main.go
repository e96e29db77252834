package main

import (
	"context"
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/x/answer"
)

func load(ctx context.Context, id string) (string, error) {
	return id, ctx.Err()
}

func handle(ctx context.Context, e events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	if e.RawPath == "" {
		return answer.Text(404, "no such page"), nil
	}
	text, err := load(ctx, e.RawPath)
	if errors.Is(err, context.Canceled) {
		return answer.Nothing(), err
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return answer.Maybe(text), err
	}
	if err != nil {
		return answer.Text(500, "no text"), err // want: events.APIGatewayV2HTTPResponse is lost: an error is returned with it
	}
	if _, err = load(ctx, text); err != nil {
		return answer.Maybe(text), err
	}
	return answer.Text(200, text), err
}

func main() {
	lambda.Start(handle)
}
