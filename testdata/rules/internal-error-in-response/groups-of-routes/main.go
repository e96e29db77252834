package main

import (
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
	"github.com/go-chi/chi/v5"
)

func main() {
	r := chi.NewRouter()
	r.Route("/orders", func(r chi.Router) {
		r.Get("/", func(w http.ResponseWriter, req *http.Request) {
			if _, err := os.ReadFile("/tmp/orders"); err != nil {
				w.Write([]byte(err.Error())) // want: err.Error
			}
		})
	})
	lambda.Start(httpadapter.New(r).ProxyWithContext)
}
