package main

import (
	"context"
	"errors"
	"regexp"

	"github.com/aws/aws-lambda-go/lambda"
)

type event struct{ Phone, Code, Country string }

func isPhone(text string) bool {
	digits := `^\+[0-9]{7,15}$`
	return regexp.MustCompile(digits).MatchString(text) // want: ^regexp.MustCompile of a constant runs at each invocation$
}

func isCode(text, country string) bool {
	code := `^[0-9]{5}$`
	if country == "NL" {
		code = `^[0-9]{4}[A-Z]{2}$`
	}
	return regexp.MustCompile(code).MatchString(text)
}

func contains(pattern, text string) bool {
	return regexp.MustCompile(pattern).MatchString(text)
}

func handle(ctx context.Context, e event) error {
	for _, pattern := range []string{e.Country, "x"} {
		if regexp.MustCompile(pattern).MatchString(e.Code) {
			return nil
		}
	}
	if !isPhone(e.Phone) || !isCode(e.Code, e.Country) || contains("y", e.Code) {
		return errors.New("not valid")
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
