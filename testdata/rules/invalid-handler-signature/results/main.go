package main

import (
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func three() (string, int, error) { // want: handler may not return more than two values
	return "", 0, nil
}

func swapped() (error, string) { // want: returns two values, but the second does not implement error
	return nil, ""
}

type worker struct{}

func main() {
	switch os.Getenv("MODE") {
	case "three":
		lambda.Start(three)
	case "swapped":
		lambda.Start(swapped)
	case "nil":
		lambda.Start(nil) // want: "handler is nil"
	default:
		lambda.Start(worker{}) // want: "handler kind struct is not func"
	}
}
