package main

import (
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

func timed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer log.Print("done")
		next.ServeHTTP(w, r)
	})
}

func warm() {
	defer func() {
		if v := recover(); v != nil {
			log.Print(v)
		}
	}()
	log.Print("warm")
}

func safely(work func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			if v := recover(); v != nil {
				log.Print(v)
			}
		}()
		work()
	}()
	<-done
}

func list(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "" {
		panic("no path") // want: ^panic ends the invocation
	}
}

func main() {
	safely(warm)
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", list)
	lambda.Start(httpadapter.New(timed(mux)).ProxyWithContext)
}
