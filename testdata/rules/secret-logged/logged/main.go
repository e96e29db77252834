package main

import (
	"context"
	"fmt"
	"log"
	"log/slog"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

type settings struct {
	Host     string `env:"DB_HOST"`
	Password string `env:"DB_PASSWORD,required"`
}

var (
	secrets = secretsmanager.New(secretsmanager.Options{})
	store   = ssm.New(ssm.Options{})
	apiKey  = os.Getenv("PAYMENT_API_KEY")
)

func password(ctx context.Context) (string, error) {
	out, err := secrets.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("db")})
	if err != nil {
		return "", err
	}
	return *out.SecretString, nil
}

func handle(ctx context.Context, s settings) error {
	secret, err := password(ctx)
	if err != nil {
		return err
	}
	slog.Info("connecting", "password", secret) // want: ^SecretString of a secret is logged in clear$
	out, err := store.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("key"), WithDecryption: aws.Bool(true)})
	if err != nil {
		return err
	}
	fmt.Println("key", aws.ToString(out.Parameter.Value)) // want: ^a decrypted parameter is logged
	log.Printf("settings of %s: %s", s.Host, s.Password)  // want: ^variable DB_PASSWORD is logged
	slog.Info(fmt.Sprintf("calling with %s", apiKey))     // want: ^variable PAYMENT_API_KEY is logged
	return nil
}

func main() {
	log.Println(os.Getenv("DB_PASSWORD")) // want: variable DB_PASSWORD is logged
	lambda.Start(handle)
}
