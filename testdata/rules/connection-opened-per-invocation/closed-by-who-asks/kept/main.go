package main

import (
	"context"
	"database/sql"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func connect() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("DSN")) // want: sql.Open opens a connection
}

func handle(ctx context.Context, id int) error {
	db, err := connect()
	if err != nil {
		return err
	}
	defer db.Close()
	if id < 0 {
		db = nil
	}
	_, err = db.ExecContext(ctx, "delete from people where id = $1", id)
	return err
}

func main() {
	lambda.Start(handle)
}
