package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/golang-jwt/jwt/v5"
)

func handle(ctx context.Context, token string) (string, error) {
	read, err := jwt.Parse(token, func(t *jwt.Token) (any, error) {
		return []byte(os.Getenv("SIGNING_KEY")), nil // want: SIGNING_KEY is needed here
	})
	if err != nil {
		return "", err
	}
	who := func() string { return os.Getenv("WHO") }
	if who() == "" {
		return "nobody", ctx.Err()
	}
	return read.Raw, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
