package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/olivere/elastic"
)

func handle(ctx context.Context) error {
	books, err := elastic.NewClient(elastic.SetURL(os.Getenv("BOOKS_URL"))) // want: ^elastic.NewClient opens a connection at each invocation$
	if err != nil {
		return err
	}
	_, err = books.Refresh("books").Do(ctx)
	return err
}

func main() {
	lambda.Start(handle)
}
