package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

func ping() error { // want: http.Get is called on its path
	answer, err := http.Get("https://example.com")
	if err != nil {
		return err
	}
	return answer.Body.Close()
}

func main() {
	lambda.Start(ping)
}
