package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

const apiToken = "q8Zt4Lw1Xn7Rb2Vd9Kc3" // want: ^apiToken holds a secret in clear \(secret by its name\)$

var dsn = `postgres://shop:k2Vd9qPz7Lw@db.example.com:5432/orders` // want: ^dsn holds a secret in clear \(password in a connection string\)$

type settings struct {
	Password string
	Headers  map[string]string
}

func handle(ctx context.Context) error {
	s := settings{
		Password: "kP9vT3xQ7mX2rW8yB5nD",                             // want: ^Password holds a secret in clear
		Headers:  map[string]string{"x-auth-token": "hT7kq02ZxvB5q"}, // want: ^x-auth-token holds a secret
	}
	os.Setenv("DB_PASSWORD", "mQ4wX8tB1zL6")    // want: ^DB_PASSWORD holds a secret
	return use(s, "glpat-Zx8vT3kQ7mW2rY5nB1cD") // want: ^the code holds a secret in clear \(GitLab token\)$
}

func use(s settings, token string) error {
	_ = s.Password + token + apiToken + dsn
	return nil
}

func main() {
	lambda.Start(handle)
}
