// Package accounts knows who has been seen.
package accounts

import (
	"context"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/dynamodb"
)

// Directory is a table of accounts.
type Directory struct {
	Table string
}

// Touch looks an account up.
func (d Directory) Touch(ctx context.Context, name string) error {
	_, err := d.client().GetItemWithContext(ctx, &dynamodb.GetItemInput{
		TableName: &d.Table,
		Key:       map[string]*dynamodb.AttributeValue{"name": {S: &name}},
	})
	return err
}

func (d Directory) client() *dynamodb.DynamoDB {
	return dynamodb.New(session.Must(session.NewSession(&aws.Config{ // want: ^AWS session is created at each invocation$
		Region: aws.String("eu-west-1"),
	})))
}
