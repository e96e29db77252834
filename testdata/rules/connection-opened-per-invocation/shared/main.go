package main

import (
	"context"
	"database/sql"
	"net/http"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

var (
	db        *sql.DB
	transport *http.Transport
)

func connect() (*sql.DB, error) {
	if db != nil {
		return db, nil
	}
	opened, err := sql.Open("pgx", os.Getenv("DATABASE_URL"))
	if err != nil {
		return nil, err
	}
	db = opened
	return db, nil
}

func handle(ctx context.Context) error {
	if _, err := connect(); err != nil {
		return err
	}
	if transport == nil {
		transport = &http.Transport{MaxIdleConns: 1}
	}
	client := &http.Client{Timeout: time.Second}
	answer, err := client.Get("https://example.com")
	if err != nil {
		return err
	}
	return answer.Body.Close()
}

func main() {
	lambda.Start(handle)
}
