package main

import (
	"context"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(context.Context) (string, error) {
	return new("a", []string{"b", "c"}...), nil
}

func new(first string, rest ...string) string {
	return strings.Join(append([]string{first}, rest...), ",")
}

func main() {
	lambda.Start(handle)
}
