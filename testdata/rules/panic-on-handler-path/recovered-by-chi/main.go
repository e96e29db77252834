package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	chiadapter "github.com/awslabs/aws-lambda-go-api-proxy/chi"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func invoice(w http.ResponseWriter, r *http.Request) {
	go func() {
		panic("no printer") // want: panic ends the invocation
	}()
	panic("no invoice")
}

func main() {
	router := chi.NewRouter()
	router.Use(middleware.RequestID, middleware.Recoverer)
	router.Get("/invoices/{id}", invoice)
	lambda.Start(chiadapter.New(router).ProxyWithContext)
}
