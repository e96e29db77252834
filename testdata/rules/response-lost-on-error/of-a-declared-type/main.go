package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

// Answer goes back to API Gateway.
type Answer events.APIGatewayProxyResponse

// Kept is for nobody outside.
type Kept struct{ StatusCode int }

func load(ctx context.Context) (Kept, error) {
	if err := ctx.Err(); err != nil {
		return Kept{StatusCode: 404}, err
	}
	return Kept{}, nil
}

func handle(ctx context.Context) (Answer, error) {
	if _, err := load(ctx); err != nil {
		return Answer{StatusCode: 404}, err // want: ^Answer is lost: an error is returned with it$
	}
	return Answer{StatusCode: 204}, nil
}

func main() {
	lambda.Start(handle)
}
