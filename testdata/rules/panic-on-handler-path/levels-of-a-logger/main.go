package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
)

func tell(severity, text string) {
	switch severity {
	case "critical", "fatal":
		panic(text)
	default:
		fmt.Println(severity, text)
	}
}

func check(kind, text string) {
	switch kind {
	case "soft":
		fmt.Println(text)
	case "hard":
		panic(text) // want: ^panic ends the invocation
	}
}

func handle(ctx context.Context, name string) error {
	tell("info", name)
	tell("warning", name)
	check("soft", name)
	check("hard", name)
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
