package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"

	"example.com/loans/settings"
)

type desk struct {
	Counter string `env:"COUNTER,required"` // want: COUNTER is needed here, but lend doesn't set it
}

var lending = settings.Parse[settings.Lending]()

func handle(ctx context.Context) (string, error) {
	return lending.Table + lending.Topic, ctx.Err()
}

func main() {
	own := &desk{}
	if err := settings.Fill(own); err != nil {
		panic(err)
	}
	lambda.Start(handle)
}
