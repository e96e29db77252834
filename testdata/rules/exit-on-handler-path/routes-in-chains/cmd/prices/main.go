package main

import (
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	chiadapter "github.com/awslabs/aws-lambda-go-api-proxy/chi"
	"github.com/go-chi/chi/v5"
)

func price(w http.ResponseWriter, r *http.Request) {
	log.Fatal("price") // want: log.Fatal ends the process
}

func offer(w http.ResponseWriter, r *http.Request) {
	log.Fatal("offer") // want: log.Fatal ends the process
}

func signedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Fatal("signedIn") // want: log.Fatal ends the process
		next.ServeHTTP(w, r)
	})
}

func main() {
	router := chi.NewMux()
	router.With(signedIn).Get("/price", price)
	router.Route("/offers", func(offers chi.Router) {
		offers.With(signedIn).Get("/", offer)
	})
	lambda.Start(chiadapter.New(router).ProxyWithContext)
}
