package main

import (
	"context"
	"net/url"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/caarlos0/env/v11"
)

func mustEnv(name string) string {
	value := os.Getenv(name)
	if value == "" {
		panic(name + " is not set")
	}
	return value
}

func proxy() (*url.URL, error) {
	return url.Parse(os.Getenv("HTTPS_PROXY"))
}

func handle(ctx context.Context) (string, error) {
	settings := struct{ Driver string }{Driver: os.Getenv("HELM_DRIVER")}
	if err := env.Parse(&settings); err != nil {
		return "", err
	}
	address, err := proxy()
	if err != nil {
		return "", err
	}
	return address.String() + mustEnv("LOG_FORMAT"), ctx.Err() // want: LOG_FORMAT is needed here
}

func main() {
	lambda.Start(handle)
}
