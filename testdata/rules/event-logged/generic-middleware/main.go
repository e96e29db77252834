package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/x/chain"
)

func add(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{StatusCode: 204}, ctx.Err()
}

func main() {
	lambda.Start(chain.Of(
		add,
		chain.Counted[events.APIGatewayProxyRequest, events.APIGatewayProxyResponse],
		chain.Logged[events.APIGatewayProxyRequest, events.APIGatewayProxyResponse],
	))
}
