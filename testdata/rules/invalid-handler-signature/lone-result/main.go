package main

import (
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

type shop struct{ name string }

type greeting struct{ Text string }

func (s *shop) greet(who string) greeting { // want: returns a single value, but it does not implement error
	if strings.TrimSpace(who) == "" {
		return greeting{Text: "hello"}
	}
	return greeting{Text: s.name + " greets " + who}
}

func main() {
	s := &shop{name: "corner"}
	lambda.Start(s.greet)
}
