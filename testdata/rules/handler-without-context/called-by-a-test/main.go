package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(url string) (int, error) { // want: handle takes no context.Context
	answer, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	return answer.StatusCode, nil
}

func main() {
	lambda.Start(handle)
}
