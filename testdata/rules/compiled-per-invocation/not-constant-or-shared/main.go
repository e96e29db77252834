package main

import (
	"context"
	"errors"
	"regexp"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
)

type event struct{ Pattern, Text string }

var shared = regexp.MustCompile(`x`)

var lazy = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`y`) })

func handle(ctx context.Context, e event) error {
	own, err := regexp.Compile(e.Pattern)
	if err != nil {
		return err
	}
	if own.MatchString(e.Text) || shared.MatchString(e.Text) || lazy().MatchString(e.Text) {
		return nil
	}
	return errors.New("no match")
}

func main() {
	lambda.Start(handle)
}
