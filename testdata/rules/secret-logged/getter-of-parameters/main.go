package main

import (
	"context"
	"log/slog"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

type setting struct {
	name  string
	value string
}

var parameters *ssm.Client

func init() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		panic(err)
	}
	parameters = ssm.NewFromConfig(cfg)
}

func read(ctx context.Context, name string) (*setting, error) {
	out, err := parameters.GetParameter(ctx, &ssm.GetParameterInput{Name: &name, WithDecryption: aws.Bool(true)})
	if err != nil {
		return nil, err
	}
	return &setting{name: name, value: *out.Parameter.Value}, nil
}

func handle(ctx context.Context) error {
	colour, err := read(ctx, "/shop/colour")
	if err != nil {
		return err
	}
	slog.InfoContext(ctx, "painted", "colour", colour.value)
	return nil
}

func main() {
	lambda.Start(handle)
}
