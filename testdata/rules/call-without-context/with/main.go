package main

import (
	"context"
	"database/sql"
	"net/http"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/service/dynamodb"
)

var (
	db    *sql.DB
	table *dynamodb.DynamoDB
	once  sync.Once
)

func handle(ctx context.Context, id string) error {
	once.Do(func() { _ = db.Ping() })
	if _, err := table.PutItemWithContext(ctx, &dynamodb.PutItemInput{}); err != nil {
		return err
	}
	request, _ := table.GetItemRequest(&dynamodb.GetItemInput{})
	request.SetContext(ctx)
	if err := request.Send(); err != nil {
		return err
	}
	if _, err := later(ctx, http.DefaultClient); err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	defer func() {
		_, _ = db.Exec("select pg_advisory_unlock(1)")
	}()
	if _, err := tx.ExecContext(ctx, "delete from orders where id = $1", id); err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://example.com/"+id, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	resp.Header.Get("Content-Type")
	return resp.Body.Close()
}

func later(ctx context.Context, client *http.Client) (*http.Request, error) {
	req, err := http.NewRequest(http.MethodGet, "https://example.com/", nil)
	if err != nil {
		return nil, err
	}
	resp, err := client.Do(req.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return http.NewRequest(http.MethodGet, "https://example.com/", nil)
}

func init() {
	_ = db.Ping()
}

func main() {
	lambda.Start(handle)
}
