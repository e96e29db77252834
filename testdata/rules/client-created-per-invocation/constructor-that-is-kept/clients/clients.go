// Package clients has what workers talk to.
package clients

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

// Clients are those of one account.
type Clients struct {
	Files  *s3.Client
	Topics *sns.Client
}

// New makes all of them.
func New(ctx context.Context) (*Clients, error) {
	// one configuration for all
	cfg, err := config.LoadDefaultConfig(ctx) // want: ^AWS configuration is loaded at each invocation$
	if err != nil {
		return nil, fmt.Errorf("clients: %w", err)
	}
	return &Clients{
		Files:  s3.NewFromConfig(cfg),
		Topics: sns.NewFromConfig(cfg),
	}, nil
}
