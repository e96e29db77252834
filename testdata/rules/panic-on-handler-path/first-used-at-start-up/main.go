package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

var early, late string

func first() string {
	if early == "" {
		if os.Getenv("EARLY") == "" {
			panic("no EARLY")
		}
		early = os.Getenv("EARLY")
	}
	return early
}

func second() string {
	if late == "" {
		if os.Getenv("LATE") == "" {
			panic("no LATE") // want: ^panic ends the invocation and then the process$
		}
		late = os.Getenv("LATE")
	}
	return late
}

func handle(ctx context.Context) (string, error) {
	return first() + second(), nil
}

func init() {
	first()
}

func main() {
	lambda.Start(handle)
}
