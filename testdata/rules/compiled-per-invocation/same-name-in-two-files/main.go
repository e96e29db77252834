package main

import (
	"regexp"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(text string) (bool, error) {
	re := regexp.MustCompile(`^order-\d+$`) // want: ^regexp.MustCompile of a constant runs at each invocation$
	return re.MatchString(text) || isParcel(text), nil
}

func main() {
	lambda.Start(handle)
}
