package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

const lastRun = "/orders/last-run"

var (
	params = ssm.New(ssm.Options{})
	token  = os.Getenv("TOKEN_PARAMETER")
)

func renew(ctx context.Context) error {
	out, err := params.GetParameter(ctx, &ssm.GetParameterInput{Name: &token}) // want: parameter is fetched at each invocation
	if err != nil {
		return err
	}
	last, err := params.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String(lastRun)})
	if err != nil {
		return err
	}
	key := os.Getenv("KEY_PARAMETER")
	if _, err := params.GetParameter(ctx, &ssm.GetParameterInput{Name: &key}); err != nil { // want: parameter is fetched at each invocation
		return err
	}
	next := aws.ToString(last.Parameter.Value) + aws.ToString(out.Parameter.Value)
	_, err = params.PutParameter(ctx, &ssm.PutParameterInput{Name: aws.String(lastRun), Value: &next, Overwrite: aws.Bool(true)})
	return err
}

func main() {
	lambda.Start(renew)
}
