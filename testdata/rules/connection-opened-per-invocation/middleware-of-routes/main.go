package main

import (
	"context"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	chiadapter "github.com/awslabs/aws-lambda-go-api-proxy/chi"
	"github.com/go-chi/chi/v5"
	"github.com/redis/go-redis/v9"
)

var adapter *chiadapter.ChiLambda

func connect() *redis.Client {
	return redis.NewClient(&redis.Options{Addr: os.Getenv("REDIS")})
}

// cached is called once, where the routes are made; what it returns answers.
func cached(next http.Handler) http.Handler {
	pages := connect()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if page, err := pages.Get(r.Context(), r.URL.Path).Bytes(); err == nil {
			_, _ = w.Write(page)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func counted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		counts := redis.NewClient(&redis.Options{Addr: os.Getenv("COUNTS")}) // want: ^redis.NewClient opens a connection at each invocation$
		defer counts.Close()
		counts.Incr(r.Context(), r.URL.Path)
		next.ServeHTTP(w, r)
	})
}

func show(pages *redis.Client) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		page, err := pages.Get(r.Context(), chi.URLParam(r, "id")).Bytes()
		if err != nil {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		_, _ = w.Write(page)
	}
}

func routes() *chi.Mux {
	router := chi.NewRouter()
	router.Use(counted)
	router.Route("/pages", func(inner chi.Router) {
		pages := redis.NewClient(&redis.Options{Addr: os.Getenv("PAGES")})
		inner.With(cached).Get("/{id}", show(pages))
	})
	return router
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return adapter.ProxyWithContext(ctx, e)
}

func main() {
	adapter = chiadapter.New(routes())
	lambda.Start(handle)
}
