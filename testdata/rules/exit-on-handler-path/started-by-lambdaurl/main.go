package main

import (
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/lambdaurl"
)

func page(w http.ResponseWriter, r *http.Request) {
	log.Fatal("page") // want: log.Fatal ends
}

func main() {
	http.HandleFunc("/", page)
	lambdaurl.Start(http.DefaultServeMux)
}
