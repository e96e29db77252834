package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

type settings struct{ table, zone, colour string }

func setting(name string, otherwise ...string) (string, error) {
	if value, ok := os.LookupEnv(name); ok {
		return value, nil
	}
	if len(otherwise) > 0 {
		return otherwise[0], nil
	}
	return "", fmt.Errorf("%s is not set", name)
}

func must(name string, why ...string) string {
	value := os.Getenv(name)
	if value == "" {
		if len(why) > 0 {
			panic(why[0])
		}
		panic(name)
	}
	return value
}

func read() (settings, error) {
	table, err := setting("TABLE_NAME") // want: TABLE_NAME is needed here
	if err != nil {
		return settings{}, err
	}
	zone, err := setting("ZONE", "eu")
	if err != nil {
		return settings{}, err
	}
	return settings{table, zone, must("COLOUR", "no colour, no shop")}, nil // want: COLOUR is needed here
}

func handle(ctx context.Context) (string, error) {
	s, err := read()
	if err != nil {
		return "", errors.New("no settings")
	}
	return s.table + s.zone + s.colour, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
