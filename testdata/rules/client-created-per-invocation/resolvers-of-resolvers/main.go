package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
	"github.com/graph-gophers/graphql-go"
	"github.com/graph-gophers/graphql-go/relay"
)

const schema = `
type Query { notes: [Note!]! }
type Note { files: Int! }
`

type resolver struct{}

func (resolver) Notes() []*note { return []*note{{}} }

type note struct{}

// Files is found by its name.
func (*note) Files(ctx context.Context) (int32, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: ^AWS configuration is loaded at each invocation$
	if err != nil {
		return 0, err
	}
	found, err := s3.NewFromConfig(cfg).ListBuckets(ctx, nil)
	if err != nil {
		return 0, err
	}
	return int32(len(found.Buckets)), nil
}

type unused struct{}

func (*unused) Files(ctx context.Context) error {
	_, err := config.LoadDefaultConfig(ctx)
	return err
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/graphql", &relay.Handler{Schema: graphql.MustParseSchema(schema, resolver{})})
	lambda.Start(httpadapter.New(mux).ProxyWithContext)
}
