package main

import (
	"context"
	"log/slog"
	"net/http"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var logger = slog.New(slog.NewJSONHandler(os.Stdout, nil))

func handle(ctx context.Context, request events.LambdaFunctionURLRequest) (*events.LambdaFunctionURLStreamingResponse, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	logger.InfoContext(ctx, "feed read", "method", request.RequestContext.HTTP.Method)
	return &events.LambdaFunctionURLStreamingResponse{
		StatusCode: http.StatusOK,
		Headers:    map[string]string{"Content-Type": "text/plain"},
		Body:       strings.NewReader("no news\n"),
	}, nil
}

func main() {
	lambda.Start(handle)
}
