package main

import "github.com/aws/aws-lambda-go/lambda"

type failure string

func (f failure) Error() string { return string(f) }

func handle() failure { // want: handle returns failure for its error
	var f failure
	return f
}

func main() {
	lambda.Start(handle)
}
