package main

import (
	"context"
	"database/sql"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/service/dynamodb"
	"github.com/aws/aws-sdk-go/service/sns"
	"github.com/aws/aws-sdk-go/service/sns/snsiface"
	"github.com/aws/aws-sdk-go/service/sqs/sqsiface"
)

type Topics snsiface.SNSAPI

func open(other Topics) Topics {
	if other != nil {
		return other
	}
	return sns.New(nil)
}

var (
	db     *sql.DB
	table  *dynamodb.DynamoDB
	queue  sqsiface.SQSAPI
	topics = open(nil)
)

func handle(ctx context.Context, id string) error {
	if _, err := table.PutItem(&dynamodb.PutItemInput{}); err != nil { // want: ^table.PutItem goes out without the invocation's context: PutItemWithContext takes one$
		return err
	}
	if _, err := queue.ListQueues(nil); err != nil { // want: queue.ListQueues goes out without .* ListQueuesWithContext
		return err
	}
	if _, err := topics.ListTopics(nil); err != nil { // want: topics.ListTopics goes out without .* ListTopicsWithContext
		return err
	}
	if err := table.WaitUntilTableExists(&dynamodb.DescribeTableInput{}); err != nil { // want: table.WaitUntilTableExists goes out
		return err
	}
	tx, err := db.Begin() // want: db.Begin goes out without the invocation's context: BeginTx takes one
	if err != nil {
		return err
	}
	if _, err := tx.Exec( // want: tx.Exec goes out
		"delete from orders where id = $1", id,
	); err != nil {
		return err
	}
	func() {
		err = db.Ping() // want: db.Ping goes out
	}()
	if err != nil {
		return err
	}
	if err := put(ctx, id); err != nil {
		return err
	}
	return fetch(id)
}

func put(ctx context.Context, id string) error {
	req, err := http.NewRequest(http.MethodPut, "https://example.com/"+id, nil) // want: ^http.NewRequest goes out without the invocation's context: NewRequestWithContext takes one$
	if err != nil {
		return err
	}
	req.Header.Set("Accept", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func fetch(id string) error {
	resp, err := http.Get("https://example.com/" + id) // want: ^http.Get goes out without the invocation's context: NewRequestWithContext takes one$
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = db.Exec("select 1") // want: db.Exec goes out
	return err
}

func main() {
	lambda.Start(handle)
}
