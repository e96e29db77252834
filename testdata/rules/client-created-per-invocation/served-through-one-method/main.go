package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

type shop struct {
	store *s3.Client
}

// Prepare is called once, before the first request.
func (s *shop) Prepare() {
	s.store = s3.New(s3.Options{})
}

func (s *shop) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, err := s.store.ListBuckets(r.Context(), &s3.ListBucketsInput{}); err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	second := s3.New(s3.Options{}) // want: s3 client is created at each invocation
	if _, err := second.ListBuckets(r.Context(), &s3.ListBucketsInput{}); err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func main() {
	s := &shop{}
	s.Prepare()
	lambda.Start(httpadapter.New(s).ProxyWithContext)
}
