package main

import (
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/gorillamux"
	"github.com/gorilla/mux"
)

type server struct{ router *mux.Router }

func newServer() *server {
	s := &server{router: mux.NewRouter()}
	s.router.HandleFunc("/orders/{id}", s.show).Methods(http.MethodGet)
	s.router.Handle("/orders", http.HandlerFunc(s.create)).Methods(http.MethodPost)
	s.router.PathPrefix("/admin").Subrouter().HandleFunc("/stop", s.stop)
	s.router.Use(s.audit)
	return s
}

func (s *server) show(w http.ResponseWriter, r *http.Request) {
	log.Fatal("show") // want: ^log.Fatal ends the process in the middle of an invocation$
}

func (s *server) create(w http.ResponseWriter, r *http.Request) {
	log.Fatal("create") // want: log.Fatal ends the process
}

func (s *server) stop(w http.ResponseWriter, r *http.Request) {
	log.Fatal("stop") // want: log.Fatal ends the process
}

func (s *server) audit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Fatal("audit") // want: log.Fatal ends the process
		next.ServeHTTP(w, r)
	})
}

func (s *server) unused(w http.ResponseWriter, r *http.Request) {
	log.Fatal("unused")
}

func main() {
	s := newServer()
	lambda.Start(gorillamux.NewV2(s.router).ProxyWithContext)
}
