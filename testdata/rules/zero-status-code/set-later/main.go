package main

import (
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(e events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
	answer := events.ALBTargetGroupResponse{StatusDescription: "200 OK"}
	if e.HTTPMethod == "GET" {
		answer.StatusCode = 200
	} else {
		answer.StatusCode = 405
	}
	return answer, nil
}

func main() {
	lambda.Start(handle)
}
