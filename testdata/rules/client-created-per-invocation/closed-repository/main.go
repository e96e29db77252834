package main

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-lambda-go/lambda"

	"example.com/x/books"
)

func handle(ctx context.Context, title string) (string, error) {
	shelf, err := books.Open(ctx, "shelf")
	if err != nil {
		log.Printf("can't open the shelf: %v", err)
		return "", fmt.Errorf("open: %w", err)
	}
	defer func() {
		if err := shelf.Close(); err != nil {
			log.Printf("close: %v", err)
		}
	}()

	if err = shelf.Add(ctx, title); err != nil {
		return "", err
	}
	return title, nil
}

func main() {
	lambda.Start(handle)
}
