package main

import (
	"context"
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type route struct {
	method  string
	handler http.HandlerFunc
}

type Router struct{ routes []route }

func (r *Router) Handle(method string, h http.HandlerFunc) {
	r.routes = append(r.routes, route{method: method, handler: h})
}

func (r *Router) ServeHTTP(w http.ResponseWriter, q *http.Request) {
	for _, rt := range r.routes {
		if rt.method == q.Method {
			rt.handler(w, q)
			return
		}
	}
}

type api struct{}

func (a *api) list(w http.ResponseWriter, q *http.Request) {
	log.Fatal("list") // want: log.Fatal
}

func (a *api) create(w http.ResponseWriter, q *http.Request) {
	log.Fatal("create") // want: log.Fatal
}

func (a *api) drop(w http.ResponseWriter, q *http.Request) {
	log.Fatal("drop") // want: log.Fatal
}

func (a *api) unrouted(w http.ResponseWriter, q *http.Request) {
	log.Fatal("unrouted")
}

func limited(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, q *http.Request) { next.ServeHTTP(w, q) }
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	r := &Router{}
	a := &api{}
	wrap := func(h http.HandlerFunc) http.HandlerFunc { return limited(h) }
	r.Handle("GET", a.list)
	r.Handle("POST", limited(a.create))
	r.Handle("DELETE", wrap(a.drop))
	q, err := http.NewRequestWithContext(ctx, e.HTTPMethod, e.Path, nil)
	if err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	limited(r.ServeHTTP)(nil, q)
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

func main() { lambda.Start(handle) }
