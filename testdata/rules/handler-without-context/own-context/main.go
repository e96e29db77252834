package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

type store struct{ client *dynamodb.Client }

func (s *store) tables(ctx context.Context) (*dynamodb.ListTablesOutput, error) {
	return s.client.ListTables(ctx, &dynamodb.ListTablesInput{})
}

type app struct{ store *store }

func (a *app) handle() (int, error) { // want: \(app\).handle takes no context.Context, but dynamodb.Client.ListTables
	ctx := context.Background()
	out, err := a.store.tables(ctx)
	if err != nil {
		return 0, err
	}
	return len(out.TableNames), nil
}

func main() {
	a := &app{store: &store{client: dynamodb.New(dynamodb.Options{Region: "eu-central-1"})}}
	lambda.Start(a.handle)
}
