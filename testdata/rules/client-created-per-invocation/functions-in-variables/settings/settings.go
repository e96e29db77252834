// Package settings gives out configurations.
package settings

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
)

var load = config.LoadDefaultConfig

// For gives the configuration for a region; tests have an endpoint of their own.
func For(region, endpoint string) (*aws.Config, error) {
	cfg, err := load(context.Background(), config.WithRegion(region)) // want: ^AWS configuration is loaded at each invocation$
	if err != nil {
		return nil, err
	}
	if endpoint != "" {
		cfg.BaseEndpoint = aws.String(endpoint)
	}
	return &cfg, nil
}
