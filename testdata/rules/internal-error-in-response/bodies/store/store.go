package store

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client = s3.New(s3.Options{})

func Load(ctx context.Context, id string) (string, error) {
	out, err := client.GetObject(ctx, &s3.GetObjectInput{Key: &id})
	if err != nil {
		return "", fmt.Errorf("load %s: %w", id, err)
	}
	defer out.Body.Close()
	return id, nil
}

func Save(ctx context.Context, id string) error {
	_, err := client.PutObject(ctx, &s3.PutObjectInput{Key: &id})
	return err
}
