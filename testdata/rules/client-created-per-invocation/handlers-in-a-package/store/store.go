// Package store counts.
package store

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// Config says which table.
type Config struct{ Table, Region string }

// Store is a table.
type Store struct {
	cfg    Config
	client *dynamodb.Client
}

// Service is a table and a queue.
type Service struct {
	store *Store
	queue *sqs.Client
}

// New finds a table.
func New(ctx context.Context, cfg Config) (*Store, error) {
	loaded, err := config.LoadDefaultConfig(ctx, config.WithRegion(cfg.Region)) // want: AWS configuration is loaded
	if err != nil {
		return nil, fmt.Errorf("load: %w", err)
	}
	return &Store{cfg: cfg, client: newClient(&loaded)}, nil
}

func newClient(cfg *aws.Config) *dynamodb.Client { return dynamodb.NewFromConfig(*cfg) }

// Count counts.
func (s *Store) Count(ctx context.Context) (int, error) {
	found, err := s.client.Scan(ctx, &dynamodb.ScanInput{TableName: &s.cfg.Table})
	if err != nil {
		return 0, err
	}
	return int(found.Count), nil
}

// NewQueue makes a client.
func NewQueue(ctx context.Context) *sqs.Client { return sqs.NewFromConfig(mustLoad(ctx)) }

func mustLoad(ctx context.Context) aws.Config {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		log.Fatal(err)
	}
	return cfg
}

// NewService puts both together.
func NewService(store *Store, queue *sqs.Client) *Service { return &Service{store, queue} }

// Check looks for queues.
func (s *Service) Check(ctx context.Context) error {
	_, err := s.queue.ListQueues(ctx, nil)
	return err
}
