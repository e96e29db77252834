package main

import (
	"context"
	"sync"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

var (
	secrets  = secretsmanager.New(secretsmanager.Options{})
	keys     = kms.New(kms.Options{})
	params   = ssm.New(ssm.Options{})
	password string
	fetched  time.Time
	byName   = map[string]string{}
	once     sync.Once
)

func secret(ctx context.Context, id string) (string, error) {
	if time.Since(fetched) < time.Minute {
		return password, nil
	}
	out, err := secrets.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &id})
	if err != nil {
		return "", err
	}
	password, fetched = *out.SecretString, time.Now()
	return password, nil
}

func parameter(ctx context.Context, name string) (string, error) {
	if value, ok := byName[name]; ok {
		return value, nil
	}
	out, err := params.GetParameter(ctx, &ssm.GetParameterInput{Name: &name})
	if err != nil {
		return "", err
	}
	byName[name] = *out.Parameter.Value
	return byName[name], nil
}

func handle(ctx context.Context, e events.KinesisEvent) (err error) {
	once.Do(func() {
		name := "/shop/stage"
		_, err = params.GetParameter(ctx, &ssm.GetParameterInput{Name: &name})
	})
	if _, err := secret(ctx, "db"); err != nil {
		return err
	}
	for _, record := range e.Records {
		if _, err := keys.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: record.Kinesis.Data}); err != nil {
			return err
		}
	}
	_, err = parameter(ctx, "/shop/name")
	return err
}

func init() {
	_, _ = secret(context.Background(), "db")
}

func main() {
	lambda.Start(handle)
}
