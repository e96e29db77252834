// Package books keeps titles.
package books

import (
	"context"
	"errors"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// Shelf is a table of titles.
type Shelf struct {
	db    *dynamodb.Client
	table string
}

// Open finds the table that an environment variable names, or the one given.
func Open(ctx context.Context, table string) (*Shelf, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return nil, err
	}
	if named := os.Getenv("SHELF_TABLE"); named != "" {
		table = named
	}
	if table == "" {
		return nil, errors.New("no table")
	}
	return &Shelf{db: dynamodb.NewFromConfig(cfg), table: table}, nil
}

// Add writes one title.
func (s *Shelf) Add(ctx context.Context, title string) error {
	item := map[string]types.AttributeValue{"title": &types.AttributeValueMemberS{Value: title}}
	_, err := s.db.PutItem(ctx, &dynamodb.PutItemInput{TableName: aws.String(s.table), Item: item})
	return err
}

// Close does nothing.
func (s *Shelf) Close() error { return nil }
