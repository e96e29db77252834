package main

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.com/x/registry"
)

type request struct {
	Kind      string
	Field     string
	Arguments json.RawMessage
}

// provider is handed on by value: what a method keeps in it is gone afterwards.
type provider struct {
	files *s3.Client
}

func (p provider) client(ctx context.Context) (*s3.Client, error) {
	if p.files == nil {
		cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded at each invocation$
		if err != nil {
			return nil, err
		}
		p.files = s3.NewFromConfig(cfg)
	}
	return p.files, nil
}

type holder struct {
	files *s3.Client
}

func (h *holder) client(ctx context.Context) (*s3.Client, error) {
	if h.files == nil {
		cfg, err := config.LoadDefaultConfig(ctx)
		if err != nil {
			return nil, err
		}
		h.files = s3.NewFromConfig(cfg)
	}
	return h.files, nil
}

func list(find func(context.Context) (*s3.Client, error)) registry.Resolver {
	return func(ctx context.Context, _ json.RawMessage) (any, error) {
		client, err := find(ctx)
		if err != nil {
			return nil, err
		}
		return client.ListBuckets(ctx, nil)
	}
}

var (
	resolvers = registry.Registry{}
	jobs      = map[string]registry.Resolver{}
)

func init() {
	resolvers.Add("Query", "books", list(provider{}.client))
	resolvers.Add("Query", "films", list(new(holder).client))
	register(jobs)
}

func register(into map[string]registry.Resolver) {
	into["nightly"] = func(ctx context.Context, _ json.RawMessage) (any, error) {
		cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded at each invocation$
		if err != nil {
			return nil, err
		}
		return s3.NewFromConfig(cfg).ListBuckets(ctx, nil)
	}
}

func handle(ctx context.Context, r request) (any, error) {
	if job, known := jobs[r.Kind]; known {
		return job(ctx, r.Arguments)
	}
	resolve, known := resolvers.Find(r.Kind, r.Field)
	if !known {
		return nil, errors.New("no such field")
	}
	return resolve(ctx, r.Arguments)
}

func main() {
	lambda.Start(handle)
}
