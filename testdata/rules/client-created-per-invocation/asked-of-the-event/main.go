package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type parcel struct {
	ID     string
	Status string
	label  *s3.Client
}

func (p *parcel) accept(ctx context.Context) error {
	if p.Status != "" {
		return nil
	}
	p.Status = "accepted"
	cfg, err := config.LoadDefaultConfig(ctx) // want: ^AWS configuration is loaded at each invocation$
	if err != nil {
		return err
	}
	_, err = s3.NewFromConfig(cfg).ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
}

type office struct{ labels *s3.Client }

func (o *office) handle(ctx context.Context, p *parcel) error {
	if err := p.accept(ctx); err != nil {
		return err
	}
	if p.label == nil {
		cfg, err := config.LoadDefaultConfig(ctx) // want: ^AWS configuration is loaded at each invocation$
		if err != nil {
			return err
		}
		p.label = s3.NewFromConfig(cfg)
	}
	if o.labels == nil {
		cfg, err := config.LoadDefaultConfig(ctx)
		if err != nil {
			return err
		}
		o.labels = s3.NewFromConfig(cfg)
	}
	return nil
}

func main() {
	o := &office{}
	lambda.Start(o.handle)
}
