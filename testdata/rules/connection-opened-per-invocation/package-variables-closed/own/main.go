package main

import (
	"context"
	"database/sql"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

var db *sql.DB

func handle(ctx context.Context, id int) (string, error) {
	var err error
	db, err = sql.Open("postgres", os.Getenv("DB")) // want: sql.Open opens a connection
	if err != nil {
		return "", err
	}
	db.SetMaxOpenConns(2)
	defer db.Close()
	if err = db.PingContext(ctx); err != nil {
		return "", err
	}
	return name(ctx, id)
}

func name(ctx context.Context, id int) (string, error) {
	var found string
	err := db.QueryRowContext(ctx, "select name from t where id = $1", id).Scan(&found)
	return found, err
}

func main() {
	lambda.Start(handle)
}
