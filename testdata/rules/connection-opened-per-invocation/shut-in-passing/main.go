package main

import (
	"context"
	"database/sql"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	_ "github.com/jackc/pgx/v5/stdlib"
)

func handle(ctx context.Context, name string) (int, error) {
	db, err := sql.Open("pgx", os.Getenv("DATABASE_URL")) // want: ^sql.Open opens a connection at each invocation$
	if err != nil {
		return 0, err
	}
	var count int
	err = db.QueryRowContext(ctx, "SELECT count(*) FROM names WHERE name = $1", name).Scan(&count)
	if err != nil {
		db.Close()
		return 0, err
	}
	db.Close()
	return count, nil
}

func main() {
	lambda.Start(handle)
}
