package main

import (
	"context"
	"encoding/json"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdacontext"
)

type decision struct {
	User    string
	Allowed bool
}

var (
	current   decision
	requestID string
	seen      []string
	allowed   bool
	trail     string
	invoked   context.Context
	input     struct{ Name string }
)

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if lc, ok := lambdacontext.FromContext(ctx); ok {
		requestID = lc.AwsRequestID // want: ^package variable requestID keeps data of this request for later ones$
	}
	invoked = ctx                                                  // want: ^package variable invoked keeps data of this request for later ones$
	current.User = e.PathParameters["user"]                        // want: ^current.User of a package variable keeps data of this request
	seen = append(seen, e.Path)                                    // want: package variable seen
	allowed = permitted(e.Headers["X-Role"])                       // want: package variable allowed
	if err := json.Unmarshal([]byte(e.Body), &input); err != nil { // want: package variable input
		return events.APIGatewayProxyResponse{StatusCode: 400}, nil
	}
	trail += e.HTTPMethod // want: package variable trail
	current.Allowed = true
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: current.User}, nil
}

func permitted(role string) bool {
	return role == "admin"
}

func main() {
	lambda.Start(handle)
}
