package main

import (
	"context"
	"database/sql"

	"github.com/aws/aws-lambda-go/lambda"
)

type event struct{ Database string }

func handle(ctx context.Context, e event) error {
	db, err := sql.Open("pgx", "postgres://db/"+e.Database)
	if err != nil {
		return err
	}
	return db.Close()
}

func main() {
	lambda.Start(handle)
}
