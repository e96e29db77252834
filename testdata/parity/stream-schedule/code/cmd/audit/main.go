package main

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func level() int {
	switch mode := os.Getenv("AUDIT_MODE"); mode {
	case "strict":
		return 2
	case "lenient":
		return 1
	default:
		panic("unknown mode " + mode)
	}
}

var strictness = level()

func handle(ctx context.Context, event events.DynamoDBEvent) error {
	changed := 0
	for _, record := range event.Records {
		if record.EventName != "REMOVE" {
			changed += strictness
		}
	}
	if changed > 1000 {
		return fmt.Errorf("%d changes at once", changed)
	}
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
