package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

type login struct{ User, Password, Host string }

func secret(ctx context.Context, cfg aws.Config, id string) (login, error) {
	var found login
	client := secretsmanager.NewFromConfig(cfg)
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &id})
	if err != nil {
		return found, err
	}
	err = json.Unmarshal([]byte(*out.SecretString), &found)
	return found, err
}

func handle(ctx context.Context, id int) (int, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return 0, err
	}
	l, err := secret(ctx, cfg, os.Getenv("SECRET"))
	if err != nil {
		return 0, err
	}
	db, err := sql.Open("postgres", fmt.Sprintf("postgres://%s:%s@%s/depot", l.User, l.Password, l.Host))
	if err != nil {
		return 0, err
	}
	defer db.Close()
	var count int
	err = db.QueryRowContext(ctx, "select count(*) from goods where shelf = $1", id).Scan(&count)
	return count, err
}

func main() {
	lambda.Start(handle)
}
