package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/redis/go-redis/v9"
)

var errNoAddress = errors.New("REDIS_URL is not set")

func open() (*redis.Client, error) {
	url, ok := os.LookupEnv("REDIS_URL")
	if !ok {
		return nil, errNoAddress
	}
	options, err := redis.ParseURL(url)
	if err != nil {
		return nil, fmt.Errorf("redis: %w", err)
	}
	return redis.NewClient(options), nil // want: ^redis.NewClient opens a connection at each invocation$
}

func key(name string) string {
	return "name:" + name
}

func handle(ctx context.Context, name string) error {
	client, err := open()
	if err != nil {
		return err
	}
	return client.Del(ctx, key(name)).Err()
}

func main() {
	lambda.Start(handle)
}
