package main

import (
	"context"
	"flag"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"

	"example.com/x/shelf"
)

func handle(ctx context.Context, title string) (string, error) {
	return shelf.Find(ctx, title)
}

func main() {
	title := flag.String("title", "", "a book to find here")
	flag.StringVar(&shelf.Address, "shelves", "localhost:6379", "where the shelves are")
	flag.Parse()
	if *title == "" {
		lambda.Start(handle)
		return
	}
	fmt.Println(handle(context.Background(), *title))
}
