package main

import (
	"context"
	"flag"

	"github.com/aws/aws-lambda-go/lambda"
)

var channel = flag.String("channel", "general", "where to post")

func handle(ctx context.Context) (string, error) {
	flag.Parse() // want: ^flag.Parse finds no arguments in Lambda: flags keep their defaults$
	return *channel, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
