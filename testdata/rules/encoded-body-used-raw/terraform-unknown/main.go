package main

import (
	"context"
	"encoding/json"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type order struct {
	ID string `json:"id"`
}

func handle(ctx context.Context, request events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	var o order
	if err := json.Unmarshal([]byte(request.Body), &o); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: "no order"}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: o.ID}, nil
}

func main() {
	lambda.Start(handle)
}
