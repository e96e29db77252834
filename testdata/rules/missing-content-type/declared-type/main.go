package main

import (
	"context"
	"encoding/json"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

// Answer goes back to API Gateway.
type Answer events.APIGatewayProxyResponse

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (Answer, error) {
	body, err := json.Marshal(map[string]string{"path": e.Path})
	if err != nil {
		return Answer{StatusCode: 500}, nil
	}
	if e.Path == "/later" {
		later := Answer{StatusCode: 200, Body: string(body)}
		later.Headers = map[string]string{"Content-Type": "application/json"}
		return later, nil
	}
	return Answer{StatusCode: 200, Body: string(body)}, nil // want: ^Answer has a body and no Content-Type$
}

func main() {
	lambda.Start(handle)
}
