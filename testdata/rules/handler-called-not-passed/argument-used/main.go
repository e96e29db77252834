package main

import "github.com/aws/aws-lambda-go/lambda"

type event struct{ Name string }

func handle(e event) error {
	return nil
}

func main() {
	e := event{Name: "x"}
	lambda.Start(handle(e)) // want: handle is called here
}
