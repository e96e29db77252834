package main

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

// password = "kP9vT3xQ7mX2rW8yB5nD"
const (
	secretName    = "prod/orders-2024/db-password1"
	tokenPattern  = `^[A-Za-z0-9_-]{20,}\.[A-Za-z0-9]+$`
	passwordHint  = "at least 12 characters, 1 digit"
	apiKeyHeader  = "X-Api-Key-2"
	documentedKey = "AKIAIOSFODNN7EXAMPLE"
	password      = "changeme"
)

func handle(ctx context.Context, user string) (string, error) {
	token := os.Getenv("API_TOKEN")
	dsn := fmt.Sprintf("postgres://%s:%s@%s:5432/orders", user, token, "db")
	return dsn + secretName + tokenPattern + passwordHint + apiKeyHeader + documentedKey + password, nil
}

func main() {
	lambda.Start(handle)
}
