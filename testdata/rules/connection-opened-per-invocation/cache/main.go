package main

import (
	"context"
	"errors"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/redis/go-redis/v9"
	"go.uber.org/zap"
)

func handle(ctx context.Context, key string) (string, error) {
	rdb := redis.NewClient(&redis.Options{ // want: redis.NewClient opens a connection
		Addr: os.Getenv("CACHE"),
		DB:   2,
	})
	defer rdb.Close()
	if err := rdb.Ping(ctx).Err(); err != nil {
		zap.L().Error("cache doesn't answer", zap.Error(err))
		return "", err
	}
	value, err := rdb.Get(ctx, key).Result()
	if errors.Is(err, redis.Nil) {
		return "", nil
	}
	return value, err
}

func main() {
	lambda.Start(handle)
}
