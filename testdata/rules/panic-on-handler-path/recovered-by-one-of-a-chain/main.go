package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/x/chain"
)

func tell(ctx context.Context, e events.SNSEvent) error {
	if len(e.Records) == 0 {
		panic("nothing came")
	}
	return ctx.Err()
}

func main() {
	lambda.Start(chain.Of(tell, chain.Recovered, chain.Timed))
}
