package main

import (
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

type orders struct{}

func (orders) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	log.Fatal("orders") // want: ^log.Fatal ends the process in the middle of an invocation$
}

func show(w http.ResponseWriter, r *http.Request) {
	log.Fatal("show") // want: log.Fatal ends the process
}

func audit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Fatal("audit") // want: log.Fatal ends the process
		next.ServeHTTP(w, r)
	})
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/orders", orders{})
	mux.HandleFunc("GET /orders/{id}", show)
	mux.Handle("/static/", http.StripPrefix("/static", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Fatal("static") // want: log.Fatal ends the process
	})))
	lambda.Start(httpadapter.NewALB(audit(mux)).ProxyWithContext)
}
