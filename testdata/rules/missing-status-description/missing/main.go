package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, e events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
	if e.Path == "" {
		return events.ALBTargetGroupResponse{StatusCode: 404}, nil // want: ^answer to the load balancer has no status description$
	}
	return events.ALBTargetGroupResponse{ // want: no status description
		StatusCode: http.StatusOK,
		Body:       e.Path,
	}, nil
}

func main() {
	lambda.Start(handle)
}
