package main

import (
	"context"

	"github.com/apex/log"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	line := log.WithFields(log.Fields{"path": r.Path})
	line.WithField("way", r.HTTPMethod).Info("called")
	line.WithField("way", r.HTTPMethod).WithField("with", r.Headers).Info("called") // want: Headers of the event are logged
	line.WithField("with", r.Headers).Debug("called")
	return events.APIGatewayProxyResponse{StatusCode: 204}, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
