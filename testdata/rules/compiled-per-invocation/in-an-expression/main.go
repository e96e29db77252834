package main

import (
	"context"
	"errors"
	"regexp"

	"github.com/aws/aws-lambda-go/lambda"
)

const digits = `^\d+$`

func handle(ctx context.Context, number string) error {
	if !regexp.MustCompile(digits).MatchString(number) { // want: regexp.MustCompile of a constant
		return errors.New("no number")
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
