package main

import (
	"context"
	"log/slog"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func note(e events.APIGatewayProxyRequest) {
	seen := make(map[string]any)
	seen["path"] = e.Path
	seen["body"] = e.Body
	slog.Info("request", "seen", seen) // want: ^Body of the event is logged$

	whole := map[string]any{"path": e.Path, "headers": e.Headers}
	slog.Info("request", "seen", whole) // want: ^Headers of the event are logged$
}

func short(e events.APIGatewayProxyRequest) {
	seen := make(map[string]any)
	seen["path"] = e.Path
	seen["size"] = len(e.Body)
	slog.Info("request", "seen", seen)
	seen["body"] = e.Body
}

func cleaned(e events.APIGatewayProxyRequest) {
	seen := map[string]any{"path": e.Path, "body": e.Body}
	delete(seen, "body")
	slog.Info("request", "seen", seen)
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) error {
	note(e)
	short(e)
	cleaned(e)
	return nil
}

func main() {
	lambda.Start(handle)
}
