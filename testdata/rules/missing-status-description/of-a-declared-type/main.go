package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

// Answer goes back to the load balancer.
type Answer events.ALBTargetGroupResponse

// Other goes to an API.
type Other events.APIGatewayProxyResponse

func other() Other { return Other{StatusCode: 204} }

func handle(ctx context.Context, e events.ALBTargetGroupRequest) (Answer, error) {
	if e.Path == "/other" {
		return Answer{StatusCode: other().StatusCode, StatusDescription: "204 No Content"}, nil
	}
	return Answer{StatusCode: 204}, nil // want: ^answer to the load balancer has no status description$
}

func main() {
	lambda.Start(handle)
}
