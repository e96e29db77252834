package main

import (
	"errors"

	"github.com/aws/aws-lambda-go/lambda"
)

type coded interface {
	error
	Code() int
}

type fault = error

func handle(n int) (int, coded) { return n, nil }

func other() fault { return errors.New("x") }

func main() {
	if other() != nil {
		lambda.Start(handle)
	}
	lambda.Start(other)
}
