package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"

	"example.com/x/internal/accounts"
	"example.com/x/internal/store"
)

func handle(ctx context.Context, name string) error {
	directory := accounts.Directory{Table: os.Getenv("TABLE")}
	if err := directory.Touch(ctx, name); err != nil {
		return err
	}
	return store.Save(ctx, "audit/"+name)
}

func main() {
	lambda.Start(handle)
}
