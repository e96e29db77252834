package main

import (
	"context"
	"fmt"
	"os"
	"testing"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// setFor is there for tests.
func setFor(t *testing.T, key, value string) {
	t.Helper()
	if err := os.Setenv(key, value); err != nil {
		t.Fatal(err)
	}
}

func handle(ctx context.Context, name string) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: ^AWS configuration is loaded at each invocation$
	fmt.Printf("looking for %s in %s\n", name, cfg.Region)
	if err != nil {
		return fmt.Errorf("who are we: %w", err)
	}
	client := s3.NewFromConfig(cfg)
	if err := os.Setenv("REPORT_NAME", name); err != nil {
		return err
	}
	_, err = client.ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
}

func main() {
	lambda.Start(handle)
}
