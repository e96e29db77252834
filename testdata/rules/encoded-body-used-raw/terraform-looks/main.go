package main

import (
	"context"
	"encoding/base64"
	"encoding/json"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type order struct {
	ID string `json:"id"`
}

func handle(ctx context.Context, request events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	var o order
	data := []byte(request.Body)
	if request.IsBase64Encoded {
		data, _ = base64.StdEncoding.DecodeString(request.Body)
	}
	if err := json.Unmarshal(data, &o); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: "no order"}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: o.ID}, nil
}

func main() {
	lambda.Start(handle)
}
