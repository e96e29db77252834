package store

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

// Store keeps names.
type Store struct{ client *dynamodb.Client }

func connect(ctx context.Context) (*dynamodb.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return nil, err
	}
	return dynamodb.NewFromConfig(cfg), nil
}

// New returns a store.
func New(ctx context.Context) (*Store, error) {
	client, err := connect(ctx)
	if err != nil {
		return nil, err
	}
	return &Store{client: client}, nil
}

// Save keeps a name.
func (s *Store) Save(ctx context.Context, name string) error {
	_, err := s.client.ListTables(ctx, &dynamodb.ListTablesInput{})
	return err
}
