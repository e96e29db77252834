package main

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

func handle(ctx context.Context, blob []byte) ([]byte, error) {
	var client *kms.Client
	if os.Getenv("OFFLINE") != "" {
		cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion("local")) // want: AWS configuration is loaded
		if err != nil {
			return nil, fmt.Errorf("offline configuration: %w", err)
		}
		client = kms.NewFromConfig(cfg)
	} else {
		cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
		if err != nil {
			return nil, fmt.Errorf("configuration: %w", err)
		}
		client = kms.NewFromConfig(cfg)
	}
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}

func main() { lambda.Start(handle) }
