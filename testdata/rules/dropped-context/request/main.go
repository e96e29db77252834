package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

var client = s3.New(s3.Options{Region: "eu-central-1"})

func buckets(ctx context.Context) error {
	_, err := client.ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
}

func list(w http.ResponseWriter, r *http.Request) {
	if err := buckets(context.TODO()); err != nil { // want: ^context.TODO\(\) drops the invocation's context, r.Context\(\)$
		w.WriteHeader(http.StatusBadGateway)
	}
}

func main() {
	http.HandleFunc("/", list)
	lambda.Start(httpadapter.New(http.DefaultServeMux).ProxyWithContext)
}
