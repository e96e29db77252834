package main

import (
	"context"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
)

func save(ctx context.Context, id string) error {
	return ctx.Err()
}

func process(ctx context.Context, id string) error {
	return save(context.Background(), id) // want: ^context.Background\(\) drops the invocation's context, ctx$
}

func handle(ctx context.Context, ids []string) error {
	var wg sync.WaitGroup
	for _, id := range ids {
		wg.Add(2)
		go func() {
			defer wg.Done()
			_ = process(ctx, id)
		}()
		go func() {
			defer wg.Done()
			_ = save(context.Background(), id)
		}()
	}
	wg.Wait()
	return nil
}

func main() {
	lambda.Start(handle)
}
