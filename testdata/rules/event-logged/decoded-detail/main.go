package main

import (
	"context"
	"encoding/json"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type order struct {
	ID      string
	Message string
}

func handle(ctx context.Context, e events.EventBridgeEvent) error {
	var o order
	if err := json.Unmarshal(e.Detail, &o); err != nil {
		return err
	}
	log.Printf("order %+v", o) // want: ^Detail of the event is logged$
	log.Printf("order %s", o.ID)
	return nil
}

func answer(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	var o order
	if err := json.Unmarshal([]byte(e.Body), &o); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 400}, nil
	}
	log.Printf("message %s", o.Message)
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

func main() {
	if len(log.Prefix()) > 0 {
		lambda.Start(handle)
	} else {
		lambda.Start(answer)
	}
}
