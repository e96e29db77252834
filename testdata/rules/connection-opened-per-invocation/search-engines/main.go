package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/olivere/elastic/v7"
	"github.com/opensearch-project/opensearch-go/v4/opensearchapi"
)

func handle(ctx context.Context, batch events.KinesisEvent) error {
	books, err := elastic.NewClient(elastic.SetURL(os.Getenv("BOOKS_URL"))) // want: ^elastic.NewClient opens a connection at each invocation$
	if err != nil {
		return err
	}
	for _, record := range batch.Records {
		_, err := books.Index().Index("books").BodyString(string(record.Kinesis.Data)).Do(ctx)
		if err != nil {
			return err
		}
	}
	return refresh(ctx)
}

func refresh(ctx context.Context) error {
	shelves, err := opensearchapi.NewDefaultClient() // want: ^opensearchapi.NewDefaultClient opens a connection at each invocation$
	if err != nil {
		return err
	}
	_, err = shelves.Indices.Refresh(ctx, nil)
	return err
}

func main() {
	lambda.Start(handle)
}
