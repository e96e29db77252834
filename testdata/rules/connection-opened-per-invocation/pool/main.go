package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/jackc/pgx/v5/pgxpool"
)

func handle(ctx context.Context, id int) (string, error) {
	pool, err := pgxpool.New(ctx, os.Getenv("DATABASE_URL")) // want: pgxpool.New opens a connection
	if err != nil {
		return "", err
	}
	defer pool.Close()
	if err = pool.Ping(ctx); err != nil {
		return "", err
	}
	var name string
	err = pool.QueryRow(ctx, "select name from people where id = $1", id).Scan(&name)
	return name, err
}

func main() {
	log.SetFlags(0)
	lambda.Start(handle)
}
