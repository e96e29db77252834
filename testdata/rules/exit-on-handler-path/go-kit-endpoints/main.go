package main

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
	"github.com/go-kit/kit/endpoint"
	kithttp "github.com/go-kit/kit/transport/http"
	"github.com/gorilla/mux"
)

type stock struct{ left map[string]int }

func (s *stock) take(article string) (int, error) {
	left, ok := s.left[article]
	if !ok {
		return 0, errors.New("no such article")
	}
	if left == 0 {
		log.Fatal("sold out") // want: ^log.Fatal ends the process in the middle of an invocation$
	}
	s.left[article] = left - 1
	return left - 1, nil
}

func taking(s *stock) endpoint.Endpoint {
	return func(ctx context.Context, request any) (any, error) {
		return s.take(request.(string))
	}
}

func decode(ctx context.Context, r *http.Request) (any, error) {
	article := mux.Vars(r)["article"]
	if article == "" {
		log.Fatal("no article") // want: ^log.Fatal ends the process in the middle of an invocation$
	}
	return article, nil
}

func encode(ctx context.Context, w http.ResponseWriter, answer any) error {
	return json.NewEncoder(w).Encode(answer)
}

func refuse(ctx context.Context, err error, w http.ResponseWriter) {
	if err == nil {
		log.Fatal("refused without a reason") // want: ^log.Fatal ends the process in the middle of an invocation$
	}
	w.WriteHeader(http.StatusConflict)
}

func counted(next endpoint.Endpoint) endpoint.Endpoint {
	calls := 0
	return func(ctx context.Context, request any) (any, error) {
		if calls++; calls > 1000 {
			log.Fatal("too many calls") // want: ^log.Fatal ends the process in the middle of an invocation$
		}
		return next(ctx, request)
	}
}

func main() {
	s := &stock{left: map[string]int{"chair": 3}}
	routes := mux.NewRouter()
	take := counted(taking(s))
	routes.Handle("/take/{article}", kithttp.NewServer(take, decode, encode, kithttp.ServerErrorEncoder(refuse)))
	lambda.Start(httpadapter.New(routes).ProxyWithContext)
}
