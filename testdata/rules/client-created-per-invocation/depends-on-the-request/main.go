package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

func list(w http.ResponseWriter, r *http.Request) {
	client := s3.New(s3.Options{BaseEndpoint: aws.String("https://" + r.Host)})
	if _, err := client.ListBuckets(r.Context(), &s3.ListBucketsInput{}); err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func main() {
	http.HandleFunc("/", list)
	lambda.Start(httpadapter.New(http.DefaultServeMux).ProxyWithContext)
}
