package main

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	_ "github.com/jackc/pgx/v5/stdlib"
)

func handle(ctx context.Context, id int) (string, error) {
	dsn := fmt.Sprintf("postgres://%s@%s/app", os.Getenv("DB_USER"), os.Getenv("DB_HOST"))
	db, err := sql.Open("pgx", dsn) // want: sql.Open opens a connection
	if err != nil {
		return "", fmt.Errorf("open database: %w", err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	db.SetConnMaxIdleTime(5 * time.Minute)

	// fail early
	if err := db.PingContext(ctx); err != nil {
		log.Printf("database doesn't answer: %v", err)
		return "", err
	}

	var name string
	err = db.QueryRowContext(ctx, "select name from people where id = $1", id).Scan(&name)
	return name, err
}

func main() {
	lambda.Start(handle)
}
