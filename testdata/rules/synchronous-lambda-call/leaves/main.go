package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	functions "github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"
)

var client = functions.New(functions.Options{})

func handle(ctx context.Context, kind types.InvocationType) error {
	if _, err := client.Invoke(ctx, &functions.InvokeInput{InvocationType: types.InvocationTypeEvent}); err != nil {
		return err
	}
	later := &functions.InvokeInput{}
	later.InvocationType = types.InvocationTypeEvent
	if _, err := client.Invoke(ctx, later); err != nil {
		return err
	}
	_, err := client.Invoke(ctx, &functions.InvokeInput{InvocationType: kind})
	return err
}

func main() {
	lambda.Start(handle)
}
