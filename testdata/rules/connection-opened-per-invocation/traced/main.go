package main

import (
	"context"
	"os"

	"github.com/XSAM/otelsql"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-xray-sdk-go/v2/xray"
)

func count(ctx context.Context) error {
	db, err := otelsql.Open("postgres", os.Getenv("ORDERS_DSN")) // want: ^otelsql.Open opens a connection at each invocation$
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(ctx, "update counters set n = n + 1")
	return err
}

func handle(ctx context.Context) error {
	db, err := xray.SQLContext("postgres", os.Getenv("AUDIT_DSN")) // want: ^xray.SQLContext opens a connection at each invocation$
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, "insert into audit default values"); err != nil {
		return err
	}
	return count(ctx)
}

func main() {
	lambda.Start(handle)
}
