package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/graphql-go/graphql"
)

type question struct{ Query string }

var fields = graphql.Fields{
	"files": &graphql.Field{Type: graphql.Int, Resolve: files},
}

var query = graphql.NewObject(graphql.ObjectConfig{Name: "Query", Fields: fields})

func files(p graphql.ResolveParams) (any, error) {
	cfg, err := config.LoadDefaultConfig(p.Context) // want: ^AWS configuration is loaded at each invocation$
	if err != nil {
		return nil, err
	}
	found, err := s3.NewFromConfig(cfg).ListBuckets(p.Context, nil)
	if err != nil {
		return nil, err
	}
	return len(found.Buckets), nil
}

func unused(p graphql.ResolveParams) (any, error) {
	_, err := config.LoadDefaultConfig(p.Context)
	return nil, err
}

func handler(ctx context.Context, q question) (*graphql.Result, error) {
	schema, err := graphql.NewSchema(graphql.SchemaConfig{Query: query})
	if err != nil {
		return nil, err
	}
	return graphql.Do(graphql.Params{Schema: schema, RequestString: q.Query, Context: ctx}), nil
}

func main() {
	lambda.Start(handler)
}
