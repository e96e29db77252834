package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/graphql-go/graphql"
)

type request struct{ Name string }

// What a library made by itself can't tell of the end of a goroutine.
func counted(r request) {
	counts := make(chan int)
	go func() { // want: ^nothing waits for the goroutine
		schema, err := graphql.NewSchema(graphql.SchemaConfig{})
		if err != nil {
			return
		}
		counts <- len(schema.TypeMap())
	}()
}

// It can where it was handed something to tell by.
func told(r request) int {
	done := make(chan int, 1)
	resolve := func(graphql.ResolveParams) (any, error) {
		done <- 1
		return nil, nil
	}
	go func() {
		field := graphql.NewObject(graphql.ObjectConfig{Fields: graphql.Fields{r.Name: {Resolve: resolve}}})
		field.Fields()
	}()
	return <-done
}

func handler(ctx context.Context, r request) (int, error) {
	counted(r)
	return told(r), ctx.Err()
}

func main() {
	lambda.Start(handler)
}
