package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

const region = "AWS_REGION"

func handle(ctx context.Context, to string) error {
	if err := os.Setenv("AWS_ACCESS_KEY_ID", to); err != nil { // want: ^os.Setenv changes AWS_ACCESS_KEY_ID, which Lambda sets$
		return err
	}
	return ctx.Err()
}

func main() {
	os.Setenv(region, "eu-west-1") // want: os.Setenv changes AWS_REGION
	os.Setenv("TZ", "Europe/Vienna")
	lambda.Start(handle)
}
