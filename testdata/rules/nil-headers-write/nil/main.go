package main

import (
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	answer := events.APIGatewayProxyResponse{StatusCode: 200}
	if e.HTTPMethod == "GET" {
		answer.Headers["Content-Type"] = "text/plain" // want: ^Headers of answer is nil here: writing to it panics$
		answer.Headers["Cache-Control"] = "no-store"
	}
	return answer, nil
}

func named(e events.APIGatewayProxyRequest) (answer events.APIGatewayProxyResponse, err error) {
	answer.StatusCode = 200
	answer.MultiValueHeaders["Allow"] = []string{"GET"} // want: MultiValueHeaders of answer is nil
	return
}

func main() {
	if os.Getenv("MODE") == "named" {
		lambda.Start(named)
	} else {
		lambda.Start(handle)
	}
}
