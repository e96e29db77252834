package main

import (
	"context"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
)

func TestDepth(t *testing.T) {
	if _, err := depth(context.Background(), aws.Config{Region: "eu-west-1", BaseEndpoint: aws.String("http://127.0.0.1:1"), RetryMaxAttempts: 1}, "q"); err == nil {
		t.Fatal("no server")
	}
}
