package main

import (
	"fmt"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(e events.LambdaFunctionURLRequest) (*events.LambdaFunctionURLResponse, error) {
	answer := &events.LambdaFunctionURLResponse{ // want: no Content-Type
		Body:       fmt.Sprint(len(e.Body)),
		StatusCode: 200,
		Headers:    map[string]string{"Cache-Control": "no-store"},
	}
	return answer, nil
}

func main() {
	lambda.Start(handle)
}
