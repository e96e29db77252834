package main

import (
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/gorillamux"
	"github.com/gorilla/mux"
)

func list(w http.ResponseWriter, r *http.Request) {
	log.Fatal("list") // want: ^log.Fatal ends the process in the middle of an invocation$
}

func count(w http.ResponseWriter, r *http.Request) {
	log.Fatal("count") // want: log.Fatal ends the process
}

func missing(w http.ResponseWriter, r *http.Request) {
	log.Fatal("missing") // want: log.Fatal ends the process
}

func main() {
	router := mux.NewRouter().StrictSlash(true)
	router.Path("/stock").Methods(http.MethodGet).HandlerFunc(list)
	router.Host("shop.example.com").Subrouter().HandleFunc("/count", count)
	router.NotFoundHandler = http.HandlerFunc(missing)
	lambda.Start(gorillamux.New(router).ProxyWithContext)
}
