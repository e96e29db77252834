package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"log/slog"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

type metric struct{ Count int }

func handle(ctx context.Context, name string) error {
	slog.InfoContext(ctx, "hello", "name", name)
	log.Printf("through slog")
	line, err := json.Marshal(metric{Count: 1})
	if err != nil {
		return err
	}
	fmt.Println(string(line))
	return nil
}

func main() {
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stdout, nil)))
	fmt.Println("starting")
	lambda.Start(handle)
}
