package main

import (
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
	"github.com/julienschmidt/httprouter"
)

func show(w http.ResponseWriter, r *http.Request, params httprouter.Params) {
	if params.ByName("id") == "" {
		log.Fatal("no id") // want: ^log.Fatal ends the process in the middle of an invocation$
	}
	w.WriteHeader(http.StatusOK)
}

func counted(next httprouter.Handle) httprouter.Handle {
	if next == nil {
		log.Fatal("nothing to count")
	}
	return func(w http.ResponseWriter, r *http.Request, params httprouter.Params) {
		if r.ContentLength < 0 {
			log.Fatal("no length") // want: ^log.Fatal ends the process in the middle of an invocation$
		}
		next(w, r, params)
	}
}

func main() {
	router := httprouter.New()
	router.GET("/orders/:id", counted(show))
	lambda.Start(httpadapter.New(router).ProxyWithContext)
}
