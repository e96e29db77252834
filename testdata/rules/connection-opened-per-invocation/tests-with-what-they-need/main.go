package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	_ "github.com/jackc/pgx/v5/stdlib"
)

func open() *sql.DB {
	db, err := sql.Open("pgx", os.Getenv("DATABASE_URL")) // want: ^sql.Open opens a connection at each invocation$
	if err != nil {
		panic(err)
	}
	db.SetMaxOpenConns(1)
	return db
}

func statement(table string) string {
	return fmt.Sprintf("TRUNCATE %q", table)
}

func handle(ctx context.Context, table string) error {
	db := open()
	defer db.Close()
	_, err := db.ExecContext(ctx, statement(table))
	return err
}

func main() {
	lambda.Start(handle)
}
