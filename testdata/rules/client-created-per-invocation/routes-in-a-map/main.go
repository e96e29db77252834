package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type request = events.APIGatewayV2HTTPRequest

type gateway struct {
	base   aws.Config
	routes map[string]func(context.Context, request) (int, error)
}

func (g *gateway) regional(ctx context.Context, r request) (int, error) {
	home := r.PathParameters["region"]
	out, err := s3.NewFromConfig(g.base, func(o *s3.Options) { o.Region = home }).ListBuckets(ctx, &s3.ListBucketsInput{})
	if err != nil {
		return 0, err
	}
	return len(out.Buckets), nil
}

func (g *gateway) all(ctx context.Context, _ request) (int, error) {
	out, err := s3.NewFromConfig(g.base).ListBuckets(ctx, &s3.ListBucketsInput{}) // want: s3 client is created at each invocation
	if err != nil {
		return 0, err
	}
	return len(out.Buckets), nil
}

func (g *gateway) handle(ctx context.Context, r request) (int, error) {
	if next, ok := g.routes[r.RouteKey]; ok {
		return next(ctx, r)
	}
	return 0, nil
}

func main() {
	base, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		panic(err)
	}
	g := &gateway{base: base}
	g.routes = map[string]func(context.Context, request) (int, error){
		"GET /buckets":          g.all,
		"GET /{region}/buckets": g.regional,
	}
	lambda.Start(g.handle)
}
