package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"log/slog"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type order struct{ ID, Card string }

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	var o order
	if err := json.Unmarshal([]byte(e.Body), &o); err != nil {
		log.Printf("unreadable body of %d bytes: %v", len(e.Body), err)
		return events.APIGatewayProxyResponse{StatusCode: 400}, nil
	}
	copied, err := json.Marshal(e)
	if err != nil {
		log.Println("not copied:", err)
	}
	size := len(copied)
	copied, err = json.Marshal(size)
	log.Println("size", string(copied), err)
	slog.InfoContext(ctx, "order", "id", o.ID, "path", e.Path, "agent", e.Headers["User-Agent"])
	slog.DebugContext(ctx, "got", "event", e)
	log.Printf("%T from %s", e, e.RequestContext.RequestID)
	text := fmt.Sprintf("%v", e)
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: fmt.Sprint(len(text))}, nil
}

func main() {
	lambda.Start(handle)
}
