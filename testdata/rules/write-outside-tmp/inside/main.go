package main

import (
	"context"
	"os"
	"path/filepath"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, name string) error {
	if err := os.MkdirAll("/tmp/reports", 0o755); err != nil {
		return err
	}
	if err := os.WriteFile("/mnt/shared/report.csv", nil, 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join("/var", name), nil, 0o644); err != nil {
		return err
	}
	if _, err := os.CreateTemp("", "report"); err != nil {
		return err
	}
	_, err := os.OpenFile("settings.json", os.O_RDONLY, 0)
	return err
}

func main() {
	lambda.Start(handle)
}
