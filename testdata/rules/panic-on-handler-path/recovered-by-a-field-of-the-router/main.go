package main

import (
	"log"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
	"github.com/julienschmidt/httprouter"
)

func show(w http.ResponseWriter, r *http.Request, params httprouter.Params) {
	if params.ByName("id") == "" {
		log.Panic("no id")
	}
	go func() {
		if r.ContentLength < 0 {
			panic("no length") // want: panic ends
		}
	}()
	w.WriteHeader(http.StatusOK)
}

func main() {
	router := httprouter.New()
	router.GET("/orders/:id", show)
	router.PanicHandler = func(w http.ResponseWriter, r *http.Request, reason interface{}) {
		log.Println(os.Getenv("STAGE"), reason)
		w.WriteHeader(http.StatusInternalServerError)
	}
	lambda.Start(httpadapter.New(router).ProxyWithContext)
}
