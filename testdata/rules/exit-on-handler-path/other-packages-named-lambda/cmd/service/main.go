package main

import (
	"context"
	"log"

	runtime "github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
)

var client = lambda.New(lambda.Options{})

func handle(ctx context.Context, name string) error {
	if _, err := client.Invoke(ctx, &lambda.InvokeInput{FunctionName: &name}); err != nil {
		log.Fatal(err) // want: ^log.Fatal ends the process in the middle of an invocation$
	}
	return nil
}

func main() {
	runtime.Start(handle)
}
