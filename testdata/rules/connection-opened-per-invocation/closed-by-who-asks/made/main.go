package main

import (
	"context"
	"database/sql"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func connect(ready <-chan bool) (*sql.DB, error) {
	<-ready
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want: sql.Open opens a connection
	if err != nil {
		return nil, err
	}
	return db, nil
}

func handle(ctx context.Context, id int) error {
	ready := make(chan bool, 1)
	ready <- true
	db, err := connect(ready)
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(ctx, "delete from people where id = $1", id)
	return err
}

func main() {
	lambda.Start(handle)
}
