package main

import (
	"context"
	"errors"
	"regexp"

	"github.com/aws/aws-lambda-go/lambda"
)

type event struct{ Email string }

func valid(text string) bool {
	address := regexp.MustCompile(`^[^@]+@[^@]+$`) // want: ^regexp.MustCompile of a constant runs at each invocation$
	return address.MatchString(text)
}

func handle(ctx context.Context, e event) error {
	if !valid(e.Email) {
		return errors.New("not an address")
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
