package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"regexp"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, text string) (string, error) {
	digits, err := regexp.Compile(`^\d+$`) // want: regexp.Compile of a constant
	if err != nil {
		log.Println("no pattern")
		return "", fmt.Errorf("digits: %w", err)
	}
	if digits.MatchString(text) {
		return text, nil
	}
	spaces, err := cleaned(text)
	if err != nil {
		return "", err
	}
	return spaces, kept(text)
}

func cleaned(text string) (string, error) {
	spaces, err := regexp.CompilePOSIX(`[ ]+`) // want: regexp.CompilePOSIX of a constant
	if err != nil {
		return "", err
	}
	words := spaces.Split(text, -1)
	if len(words) > 3 {
		digits, err := regexp.Compile(`\d`) // want: regexp.Compile of a constant
		if err != nil {
			return "", err
		}
		return digits.ReplaceAllString(text, ""), nil
	}
	return words[0], nil
}

// no fix for the second one: its error has another use
func kept(text string) (err error) {
	first, err := regexp.Compile(`a+`) // want: regexp.Compile of a constant
	if err != nil {
		return err
	}
	second, failed := regexp.Compile(`b+`) // want: regexp.Compile of a constant
	if failed != nil {
		return errors.New("no pattern")
	}
	failed = match(first, text)
	return errors.Join(failed, match(second, text))
}

func match(pattern *regexp.Regexp, text string) error {
	if pattern.MatchString(text) {
		return nil
	}
	return errors.New("no match")
}

func main() {
	lambda.Start(handle)
}
