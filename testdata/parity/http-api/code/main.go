package main

import (
	"context"
	"errors"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var venues = os.Getenv("VENUES")

func handle(ctx context.Context, request events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := ctx.Err(); err != nil {
		return events.APIGatewayProxyResponse{}, errors.New("too late")
	}
	return events.APIGatewayProxyResponse{
		StatusCode: http.StatusOK,
		Headers:    map[string]string{"Content-Type": "text/plain", "Access-Control-Allow-Origin": "https://tickets.example.com"},
		Body:       venues + request.Path,
	}, nil
}

func main() {
	lambda.Start(handle)
}
