package main

import (
	"context"
	"database/sql"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/redis/go-redis/v9"
)

func handle(ctx context.Context) error {
	db, err := sql.Open("pgx", os.Getenv("DATABASE_URL")) // want: ^sql.Open opens a connection at each invocation$
	if err != nil {
		return err
	}
	defer db.Close()
	single, err := pgx.Connect(ctx, os.Getenv("DATABASE_URL")) // want: ^pgx.Connect opens a connection at each invocation$
	if err != nil {
		return err
	}
	defer single.Close(ctx)
	pool, err := pgxpool.New(ctx, "") // want: pgxpool.New opens a connection
	if err != nil {
		return err
	}
	defer pool.Close()
	cache := redis.NewClient(&redis.Options{Addr: os.Getenv("CACHE")}) // want: redis.NewClient opens a connection
	return cache.Ping(ctx).Err()
}

func main() {
	lambda.Start(handle)
}
