package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

// Answer goes back to API Gateway.
type Answer events.APIGatewayProxyResponse

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (Answer, error) {
	answer := Answer{StatusCode: 204}
	answer.Headers["Cache-Control"] = "no-store" // want: ^Headers of answer is nil here: writing to it panics$
	return answer, nil
}

func main() {
	lambda.Start(handle)
}
