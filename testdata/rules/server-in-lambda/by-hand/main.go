package main

import (
	"context"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) error {
	return ctx.Err()
}

func main() {
	go http.ListenAndServe(":6060", nil)
	if os.Getenv("PORT") != "" {
		http.ListenAndServe(":"+os.Getenv("PORT"), nil)
	}
	lambda.Start(handle)
	http.ListenAndServe(":8080", nil)
}
