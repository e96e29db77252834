package main

import (
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/x/handlers"
)

func main() {
	lambda.Start(handlers.Handle)
}
