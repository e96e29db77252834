package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

var params = ssm.New(ssm.Options{})

func renew(ctx context.Context) error {
	name := "token"
	out, err := params.GetParameter(ctx, &ssm.GetParameterInput{Name: &name})
	if err != nil {
		return err
	}
	next := aws.ToString(out.Parameter.Value) + "+"
	_, err = params.PutParameter(ctx, &ssm.PutParameterInput{Name: &name, Value: &next, Overwrite: aws.Bool(true)})
	return err
}

func main() {
	lambda.Start(renew)
}
