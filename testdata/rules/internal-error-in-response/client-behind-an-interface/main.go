package main

import (
	"context"
	"errors"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type remover interface {
	DeleteObject(context.Context, *s3.DeleteObjectInput, ...func(*s3.Options)) (*s3.DeleteObjectOutput, error)
}

type policy interface {
	Allows(key string) error
}

type prefix string

func (p prefix) Allows(key string) error {
	if len(key) < len(p) || key[:len(p)] != string(p) {
		return errors.New("key is not below " + string(p))
	}
	return nil
}

type api struct {
	objects remover
	policy  policy
	bucket  string
}

func (a *api) remove(ctx context.Context, req events.APIGatewayV2HTTPRequest) (resp events.APIGatewayV2HTTPResponse, err error) {
	key := req.PathParameters["key"]
	if err := a.policy.Allows(key); err != nil {
		return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusForbidden, Body: err.Error()}, nil
	}
	_, err = a.objects.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &a.bucket, Key: &key})
	if err != nil {
		resp.StatusCode = http.StatusInternalServerError
		resp.Body = err.Error() // want: ^err.Error\(\) sends the text of an internal error to the caller$
		return resp, nil
	}
	resp.StatusCode = http.StatusNoContent
	return resp, nil
}

func main() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		panic(err)
	}
	a := &api{objects: s3.NewFromConfig(cfg), policy: prefix("open/"), bucket: os.Getenv("BUCKET")}
	lambda.Start(a.remove)
}
