package main

import (
	"context"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	chiadapter "github.com/awslabs/aws-lambda-go-api-proxy/chi"
	"github.com/go-chi/chi/v5"
)

var (
	bucket string
	routes *chiadapter.ChiLambda
)

func init() {
	bucket = os.Getenv("BUCKET")

	r := chi.NewRouter()
	r.Get("/papers", list)
	r.Head("/papers/{name}", func(w http.ResponseWriter, r *http.Request) {
		cfg, err := config.LoadDefaultConfig(r.Context()) // want: AWS configuration is loaded
		if err != nil {
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		papers := s3.NewFromConfig(cfg)
		if _, err := papers.HeadObject(r.Context(), &s3.HeadObjectInput{
			Bucket: aws.String(bucket),
			Key:    aws.String(chi.URLParam(r, "name")),
		}); err != nil {
			w.WriteHeader(http.StatusNotFound)
		}
	})
	routes = chiadapter.New(r)
}

func list(w http.ResponseWriter, r *http.Request) {
	cfg, err := config.LoadDefaultConfig(r.Context()) // want: AWS configuration is loaded
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	found, err := s3.NewFromConfig(cfg).ListObjectsV2(r.Context(), &s3.ListObjectsV2Input{Bucket: aws.String(bucket)})
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	for _, object := range found.Contents {
		_, _ = w.Write([]byte(aws.ToString(object.Key) + "\n"))
	}
}

func handle(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return routes.ProxyWithContext(ctx, req)
}

func main() {
	lambda.Start(handle)
}
