package main

import (
	"context"
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

var client = s3.New(s3.Options{Region: "eu-central-1"})

func list(w http.ResponseWriter, r *http.Request) {
	_, err := client.ListBuckets(context.TODO(), &s3.ListBucketsInput{}) // want: drops the invocation's context, r.Context\(\)
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func show(w http.ResponseWriter, r *http.Request) {
	key := r.URL.Path
	_, err := client.GetObject(context.Background(), &s3.GetObjectInput{Key: &key}) // want: drops the invocation's context, r.Context\(\)
	if err != nil {
		w.WriteHeader(http.StatusNotFound)
	}
}

func count(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	ctx, cancel := context.WithTimeout(context.Background(), time.Second) // want: drops the invocation's context, r.Context\(\)
	defer cancel()
	if _, err := client.HeadBucket(ctx, &s3.HeadBucketInput{Bucket: &name}); err != nil {
		w.WriteHeader(http.StatusNotFound)
	}
}

func note(w http.ResponseWriter, r *http.Request) {
	if _, err := client.ListBuckets(r.Context(), &s3.ListBucketsInput{}); err != nil {
		late, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		_, _ = client.ListBuckets(late, &s3.ListBucketsInput{})
		w.WriteHeader(http.StatusBadGateway)
	}
}

func main() {
	http.HandleFunc("/", list)
	http.HandleFunc("/show", show)
	http.HandleFunc("/count", count)
	http.HandleFunc("/note", note)
	lambda.Start(httpadapter.New(http.DefaultServeMux).ProxyWithContext)
}
