package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdaurl"
)

func main() {
	lambda.Start(lambdaurl.Wrap(http.FileServer(http.Dir("public"))))
}
