package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

type people struct {
	db *sql.DB
}

func newPeople() (*people, error) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want: sql.Open opens a connection
	if err != nil {
		return nil, err
	}
	return &people{db: db}, nil
}

func (p *people) done() {
	if err := p.db.Close(); err != nil {
		log.Println(err)
	}
}

func handle(ctx context.Context, id int) error {
	all, err := newPeople()
	if err != nil {
		return err
	}
	defer all.done()
	_, err = all.db.ExecContext(ctx, "delete from people where id = $1", id)
	return err
}

func main() {
	lambda.Start(handle)
}
