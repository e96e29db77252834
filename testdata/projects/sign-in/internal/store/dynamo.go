// Package store keeps tokens in DynamoDB.
package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"example.com/sign-in/internal/token"
)

// Tokens is a table of tokens.
type Tokens struct {
	db    *dynamodb.Client
	table string
}

// Open connects to the table that TOKEN_TABLE names.
func Open(ctx context.Context) (*Tokens, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, fmt.Errorf("load configuration: %w", err)
	}
	table := os.Getenv("TOKEN_TABLE")
	if table == "" {
		return nil, errors.New("TOKEN_TABLE is not set")
	}
	return &Tokens{db: dynamodb.NewFromConfig(cfg), table: table}, nil
}

// Put writes one token.
func (t *Tokens) Put(ctx context.Context, one token.Token) error {
	fields := map[string]any{
		"id":      one.ID,
		"owner":   one.Owner,
		"expires": one.Expires.Format(time.RFC3339),
	}
	item, err := attributevalue.MarshalMap(fields)
	if err != nil {
		return fmt.Errorf("encode token: %w", err)
	}
	_, err = t.db.PutItem(ctx, &dynamodb.PutItemInput{TableName: aws.String(t.table), Item: item})
	return err
}

// Close gives the connection back.
func (t *Tokens) Close() error { return nil }
