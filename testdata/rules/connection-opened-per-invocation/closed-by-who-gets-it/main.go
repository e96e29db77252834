package main

import (
	"context"
	"database/sql"
	"errors"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

type people struct {
	db   *sql.DB
	done func() error
}

func newPeople() (*people, error) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want: sql.Open opens a connection
	if err != nil {
		return nil, err
	}
	return &people{db: db, done: db.Close}, nil
}

func open(ctx context.Context) (*sql.DB, func() error, error) {
	db, err := sql.Open("pgx", os.Getenv("OTHER_DSN")) // want: sql.Open opens a connection
	if err != nil {
		return nil, nil, err
	}
	return db, db.Close, db.PingContext(ctx)
}

func handle(ctx context.Context, id int) (err error) {
	all, err := newPeople()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, all.done()) }()
	other, done, err := open(ctx)
	if err != nil {
		return err
	}
	defer done()
	if _, err := other.ExecContext(ctx, "delete from people where id = $1", id); err != nil {
		return err
	}
	_, err = all.db.ExecContext(ctx, "delete from people where id = $1", id)
	return err
}

func main() {
	lambda.Start(handle)
}
