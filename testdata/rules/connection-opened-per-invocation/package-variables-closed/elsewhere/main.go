package main

import (
	"context"
	"database/sql"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

var db *sql.DB

func connect() error {
	var err error
	db, err = sql.Open("postgres", os.Getenv("DB")) // want: sql.Open opens a connection
	if err != nil {
		return err
	}
	if os.Getenv("SMALL") != "" {
		db.SetMaxOpenConns(1)
	} else {
		db.SetMaxOpenConns(5)
	}
	return nil
}

func handle(ctx context.Context, id int) (string, error) {
	if err := connect(); err != nil {
		return "", err
	}
	defer db.Close()
	var found string
	err := db.QueryRowContext(ctx, "select name from t where id = $1", id).Scan(&found)
	return found, err
}

func main() {
	lambda.Start(handle)
}
