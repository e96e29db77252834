package main

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

func text(r *http.Request) ([]byte, error) {
	all, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return nil, errors.New("empty")
	}
	return all, nil
}

func kind(r *http.Request) (string, error) {
	if r.Method == "" {
		return "", errors.New("no method")
	}
	return r.Method, nil
}

func take(w http.ResponseWriter, r *http.Request) {
	what, err := kind(r)
	if err != nil {
		return
	}
	log.Printf("%s", what)
	all, err := text(r)
	if err != nil {
		return
	}
	log.Printf("%d bytes", len(all))
	log.Printf("%s", all) // want: Body of the request is logged
}

func fill(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		return
	}
	log.Print(r.PostForm) // want: PostForm of the request is logged
	log.Print(len(r.Form))
}

func rows(ctx context.Context, e events.DynamoDBEvent) error {
	for _, r := range e.Records {
		for name, value := range r.Change.NewImage {
			if value.DataType() == events.DataTypeString {
				log.Printf("%s: %s", name, value.String()) // want: NewImage of the event is logged
			}
		}
		for name, value := range r.Change.Keys {
			if name == "id" {
				log.Printf("%s: %s", name, value.String())
			}
		}
	}
	return ctx.Err()
}

func main() {
	if log.Prefix() == "rows" {
		lambda.Start(rows)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/take", take)
	mux.HandleFunc("/fill", fill)
	lambda.Start(httpadapter.New(mux).ProxyWithContext)
}
