package main

import (
	"context"

	"example.com/x/settings"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	old "github.com/aws/aws-sdk-go/service/ssm"
)

var (
	secrets = secretsmanager.New(secretsmanager.Options{})
	store   *old.SSM
)

func handle(ctx context.Context) (string, error) {
	id := "db/password"
	out, err := secrets.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &id}) // want: ^secret is fetched at each invocation: secrets.GetSecretValue$
	if err != nil {
		return "", err
	}
	if _, err := store.GetParameterWithContext(ctx, &old.GetParameterInput{Name: &id}); err != nil { // want: ^parameter is fetched at each invocation
		return "", err
	}
	return *out.SecretString, settings.Load(ctx)
}

func main() {
	lambda.Start(handle)
}
