package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

func ping() error { // want: ping takes no context.Context
	answer, err := http.Get("https://example.com")
	if err != nil {
		return err
	}
	return answer.Body.Close()
}

func twice() error {
	if err := ping(); err != nil {
		return err
	}
	return ping()
}

func main() {
	if err := twice(); err != nil {
		return
	}
	lambda.Start(ping)
}
