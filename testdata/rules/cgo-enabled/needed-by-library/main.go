package main

import (
	"context"
	"database/sql"

	"github.com/aws/aws-lambda-go/lambda"
	_ "github.com/mattn/go-sqlite3"
)

var db, _ = sql.Open("sqlite3", "/tmp/orders.db")

func handle(ctx context.Context) error {
	return db.PingContext(ctx)
}

func main() {
	lambda.Start(handle)
}
