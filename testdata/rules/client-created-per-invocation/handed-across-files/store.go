package main

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func store(ctx context.Context, cfg aws.Config, body string) error {
	client := s3.NewFromConfig(cfg)
	_, err := client.PutObject(ctx, &s3.PutObjectInput{Key: &body, Body: strings.NewReader(body)})
	return err
}
