package main

import (
	"context"
	"database/sql"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/redis/go-redis/v9"
)

var (
	db    *sql.DB
	cache = redis.NewClient(&redis.Options{})
)

type job struct{ db *sql.DB }

func (j *job) run(ctx context.Context) error {
	defer j.db.Close()
	_, err := j.db.ExecContext(ctx, "vacuum")
	return err
}

func handle(ctx context.Context) error {
	var err error
	if db, err = sql.Open("pgx", os.Getenv("DSN")); err != nil {
		return err
	}
	defer db.Close()
	local, err := sql.Open("pgx", os.Getenv("DSN"))
	if err != nil {
		return err
	}
	defer local.Close()
	rows, err := local.QueryContext(ctx, "select 1")
	if err != nil {
		return err
	}
	defer rows.Close()
	return (&job{db: local}).run(ctx)
}

func main() {
	lambda.StartWithOptions(handle, lambda.WithEnableSIGTERM(func() { cache.Close() }))
}
