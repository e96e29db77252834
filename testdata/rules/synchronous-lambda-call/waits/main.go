package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	functions "github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"
)

var client = functions.New(functions.Options{})

func handle(ctx context.Context) error {
	if _, err := client.Invoke(ctx, &functions.InvokeInput{FunctionName: aws.String("prices")}); err != nil { // want: ^client.Invoke waits for the answer of another function$
		return err
	}
	input := &functions.InvokeInput{InvocationType: types.InvocationTypeRequestResponse}
	_, err := client.Invoke(ctx, input) // want: client.Invoke waits
	return err
}

func main() {
	lambda.Start(handle)
}
