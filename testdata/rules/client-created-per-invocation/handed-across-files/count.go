package main

import (
	"context"
	"strconv"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

func count(ctx context.Context, cfg aws.Config, n int) error {
	client := ssm.NewFromConfig(cfg)
	name, value := "/count", strconv.Itoa(n)
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{Name: &name, Value: &value})
	return err
}
