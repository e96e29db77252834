package main

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

type settings struct {
	Region  string
	Home    string
	Queue   string
	Tenant  string
	Verbose bool
}

type job struct {
	Tenant  string
	Verbose bool
}

var current = &settings{Region: os.Getenv("HOME_REGION")}

func regional(ctx context.Context) (*sqs.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(current.Region)) // want: ^AWS configuration is loaded at each invocation$
	if err != nil {
		return nil, err
	}
	return sqs.NewFromConfig(cfg, func(o *sqs.Options) { o.Region = current.Region }), nil
}

func given(ctx context.Context, s *settings) (*sns.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: ^AWS configuration is loaded at each invocation$
	if err != nil {
		return nil, err
	}
	return sns.NewFromConfig(cfg, func(o *sns.Options) { o.Region = s.Region }), nil
}

func ofTenant(ctx context.Context, s *settings) (*s3.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx, config.WithSharedConfigProfile(s.Tenant))
	if err != nil {
		return nil, err
	}
	return s3.NewFromConfig(cfg), nil
}

// What the client reads decides about the region of the next one.
func settle(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(current.Home)) // want: ^AWS configuration is loaded at each invocation$
	if err != nil {
		return err
	}
	out, err := ssm.NewFromConfig(cfg).GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/home")})
	if err != nil {
		return err
	}
	current.Home = aws.ToString(out.Parameter.Value)
	return nil
}

func handle(ctx context.Context, j job) error {
	current.Verbose = j.Verbose
	current.Tenant = j.Tenant
	if err := settle(ctx); err != nil {
		return err
	}
	queue, err := regional(ctx)
	if err != nil {
		return err
	}
	topic, err := given(ctx, current)
	if err != nil {
		return err
	}
	bucket, err := ofTenant(ctx, current)
	if err != nil {
		return err
	}
	fmt.Println(queue, topic, bucket)
	return nil
}

func main() {
	lambda.Start(handle)
}
