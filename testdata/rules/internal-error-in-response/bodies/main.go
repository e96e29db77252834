package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"example.com/x/store"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type problem struct {
	Message string `json:"message"`
}

func respond(status int, v any) events.APIGatewayProxyResponse {
	body, err := json.Marshal(v)
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()} // want: ^err.Error\(\) sends the text of an internal error to the caller$
	}
	return events.APIGatewayProxyResponse{StatusCode: status, Body: string(body)}
}

func fail(status int, err error) events.APIGatewayProxyResponse {
	return respond(status, problem{Message: err.Error()}) // want: err.Error
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	item, err := store.Load(ctx, e.PathParameters["id"])
	if err != nil {
		return fail(http.StatusInternalServerError, err), nil
	}
	if err := store.Save(ctx, item); err != nil {
		return respond(500, map[string]string{"error": err.Error()}), nil // want: err.Error
	}
	if err := store.Save(ctx, item); err != nil {
		text := fmt.Sprintf("can't save: %v", err) // want: ^err sends
		resp := events.APIGatewayProxyResponse{StatusCode: 500}
		resp.Body = text
		return resp, nil
	}
	return respond(200, item), nil
}

func main() {
	lambda.Start(handle)
}
