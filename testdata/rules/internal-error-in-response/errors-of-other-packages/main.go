package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/juju/errors"
)

var client = s3.New(s3.Options{})

func check(name string) error {
	if name == "" {
		return errors.New("a name is needed")
	}
	if len(name) > 40 {
		return errors.Errorf("%s is too long", name)
	}
	return nil
}

func find(ctx context.Context, name string) error {
	if err := check(name); err != nil {
		return errors.Trace(err)
	}
	return nil
}

func count(ctx context.Context) error {
	_, err := client.ListBuckets(ctx, nil)
	return errors.Annotate(err, "count")
}

func handle(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := find(ctx, r.Path); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: err.Error()}, nil
	}
	if err := count(ctx); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, nil // want: err.Error
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

func main() {
	lambda.Start(handle)
}
