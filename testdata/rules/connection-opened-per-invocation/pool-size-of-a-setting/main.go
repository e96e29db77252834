package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/redis/go-redis/v9"
)

func handle(ctx context.Context, key string) (value string, err error) {
	opt, err := redis.ParseURL(os.Getenv("REDIS_URL"))
	if err != nil {
		return "", fmt.Errorf("address of the cache: %w", err)
	}
	opt.PoolSize = 2
	if n, err := strconv.Atoi(os.Getenv("REDIS_POOL")); err == nil {
		opt.PoolSize = n
	}
	rdb := redis.NewClient(opt) // want: redis.NewClient opens a connection
	defer rdb.Close()

	value, err = rdb.Get(ctx, key).Result()
	if err == redis.Nil {
		value = time.Now().Format(time.RFC3339)
		err = rdb.Set(ctx, key, value, time.Hour).Err()
	}
	return
}

func main() {
	lambda.Start(handle)
}
