package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

var client *ssm.Client

func setup(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return fmt.Errorf("setup: %w", err)
	}
	client = ssm.NewFromConfig(cfg)
	return nil
}

func handle(ctx context.Context, name string) (string, error) {
	if err := setup(ctx); err != nil {
		return "", err
	}
	out, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: &name})
	if err != nil {
		return "", err
	}
	return *out.Parameter.Value, nil
}

func main() { lambda.Start(handle) }
