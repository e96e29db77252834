package main

import (
	"context"
	"database/sql"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	_ "github.com/jackc/pgx/v5/stdlib"
)

func names(ctx context.Context, db *sql.DB) ([]string, error) {
	rows, err := db.QueryContext(ctx, "SELECT name FROM names")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []string
	for rows.Next() {
		var n string
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		found = append(found, n)
	}
	return found, rows.Err()
}

func handle(ctx context.Context) ([]string, error) {
	db, err := sql.Open("pgx", os.Getenv("DATABASE_URL")) // want: ^sql.Open opens a connection at each invocation$
	if err != nil {
		return nil, err
	}
	defer db.Close()
	return names(ctx, db)
}

func main() {
	lambda.Start(handle)
}
