package main

import (
	"context"
	"log"
	"log/slog"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

var store = ssm.New(ssm.Options{})

func handle(ctx context.Context, password string) error {
	token := os.Getenv("API_TOKEN")
	log.Println("token is there:", token != "", len(token), token[:2])
	log.Println(os.Getenv("DB_PASSWORD_ARN"), os.Getenv("SECRET_NAME"), os.Getenv("DB_SECRET_KEY"), os.Getenv("TOKEN_URL"))
	slog.Debug("token", "value", token)
	out, err := store.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("stage")})
	if err != nil {
		return err
	}
	log.Println(aws.ToString(out.Parameter.Value))
	name := os.Getenv("STAGE")
	log.Println(name, hidden(token))
	return nil
}

func hidden(text string) string {
	return text[:1] + "…"
}

func main() {
	lambda.Start(handle)
}
