package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
	_ "github.com/jackc/pgx/v5/stdlib"
)

func connect(ctx context.Context) (*sql.DB, error) {
	db, err := sql.Open("pgx", os.Getenv("DATABASE_URL")) // want: ^sql.Open opens a connection at each invocation$
	if err != nil {
		return nil, err
	}
	if err := db.PingContext(ctx); err != nil {
		return nil, fmt.Errorf("ping: %w", err)
	}
	return db, nil
}

func trimmed(name string) string {
	return strings.TrimSpace(name)
}

func handle(ctx context.Context, name string) error {
	db, err := connect(ctx)
	if err != nil {
		return fmt.Errorf("database: %w", err)
	}
	defer db.Close()
	_, err = db.ExecContext(ctx, "DELETE FROM names WHERE name = $1", trimmed(name))
	return err
}

func main() {
	lambda.Start(handle)
}
