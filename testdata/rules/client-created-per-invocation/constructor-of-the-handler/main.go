package main

import (
	"log"

	"github.com/aws/aws-lambda-go/lambda"

	"example.com/x/app"
)

func main() {
	a, err := app.New()
	if err != nil {
		log.Fatal(err)
	}
	lambda.Start(a.Run)
}
