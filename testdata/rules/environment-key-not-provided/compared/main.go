package main

import (
	"context"
	"errors"
	"os"
	"strconv"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var errClosed = errors.New("closed")

func admit(e events.LambdaFunctionURLRequest) error {
	if e.QueryStringParameters["key"] != os.Getenv("KEY_OF_THE_DOOR") { // want: KEY_OF_THE_DOOR is needed here
		return errClosed
	}
	return nil
}

func guest(e events.LambdaFunctionURLRequest) bool {
	return e.QueryStringParameters["name"] == os.Getenv("GUEST")
}

// changed does its work for all but what is known.
func changed(e events.LambdaFunctionURLRequest) (int, error) {
	if e.Headers["if-none-match"] != os.Getenv("KNOWN_VERSION") {
		return change(e)
	}
	return 304, nil
}

// change does its work unless it is told not to.
func change(e events.LambdaFunctionURLRequest) (int, error) {
	if os.Getenv("READ_ONLY") != "" {
		return 0, errClosed
	}
	n, err := strconv.Atoi(e.Body)
	return n, err
}

func handle(ctx context.Context, e events.LambdaFunctionURLRequest) (int, error) {
	if err := admit(e); err != nil {
		return 0, err
	}
	if guest(e) {
		return 1, nil
	}
	return changed(e)
}

func main() {
	lambda.Start(handle)
}
