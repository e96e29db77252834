package main

import (
	"context"
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	chiadapter "github.com/awslabs/aws-lambda-go-api-proxy/chi"
	"github.com/go-chi/chi/v5"
)

var proxy *chiadapter.ChiLambda

type api struct{}

func (api) list(w http.ResponseWriter, r *http.Request) {
	log.Fatal("list") // want: ^log.Fatal ends the process in the middle of an invocation$
}

func (api) routes() chi.Router {
	router := chi.NewRouter()
	router.Get("/", api{}.list)
	return router
}

func show(w http.ResponseWriter, r *http.Request) {
	log.Fatal("show") // want: log.Fatal ends the process
}

func audit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			log.Fatal("audit") // want: log.Fatal ends the process
		}
		next.ServeHTTP(w, r)
	})
}

func init() {
	router := chi.NewRouter()
	router.Use(audit)
	router.Get("/orders/{id}", show)
	router.Mount("/orders", api{}.routes())
	router.Group(func(r chi.Router) {
		r.Delete("/orders", func(w http.ResponseWriter, r *http.Request) {
			log.Fatal("delete") // want: log.Fatal ends the process
		})
	})
	proxy = chiadapter.New(router)
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return proxy.ProxyWithContext(ctx, e)
}

func main() {
	lambda.Start(handle)
}
