package main

import (
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

func recovering(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				log.Print(v)
				http.Error(w, "something went wrong", 500)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func list(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "" {
		panic("no path")
	}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", list)
	lambda.Start(httpadapter.New(recovering(mux)).ProxyWithContext)
}
