package main

import (
	"context"
	"regexp"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, text string) (string, error) {
	r := regexp.MustCompile(`[^a-z]+`) // want: ^regexp.MustCompile of a constant runs at each invocation$
	return r.ReplaceAllString(text, "-"), ctx.Err()
}

func main() {
	lambda.Start(handle)
}
