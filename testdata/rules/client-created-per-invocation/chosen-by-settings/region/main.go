package main

import (
	"context"
	"log/slog"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

type request struct {
	Name string `json:"name"`
}

func handle(ctx context.Context, in request) (string, error) {
	region := os.Getenv("PARAMETERS_REGION")
	if region == "" {
		region = os.Getenv("AWS_REGION")
	}
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(region)) // want: AWS configuration is loaded
	if err != nil {
		slog.ErrorContext(ctx, "no configuration", "error", err)
		return "", err
	}
	svc := ssm.NewFromConfig(cfg)
	out, err := svc.GetParameter(ctx, &ssm.GetParameterInput{Name: &in.Name})
	if err != nil {
		slog.ErrorContext(ctx, "no parameter", "error", err, "region", region)
		return "", err
	}
	return *out.Parameter.Value, nil
}

func main() {
	lambda.Start(handle)
}
