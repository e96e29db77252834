package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func answer(code int) *events.ALBTargetGroupResponse {
	return &events.ALBTargetGroupResponse{StatusCode: code, StatusDescription: "200 OK"}
}

func handle(ctx context.Context, e events.ALBTargetGroupRequest) (*events.ALBTargetGroupResponse, error) {
	if err := ctx.Err(); err != nil {
		return &events.ALBTargetGroupResponse{StatusCode: 500}, err
	}
	return answer(200), nil
}

func main() {
	lambda.Start(handle)
}
