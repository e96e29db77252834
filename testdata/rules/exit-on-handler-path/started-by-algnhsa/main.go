package main

import (
	"log"
	"net/http"

	"github.com/akrylysov/algnhsa"
)

func page(w http.ResponseWriter, r *http.Request) {
	log.Fatal("page") // want: ^log.Fatal ends the process in the middle of an invocation$
}

func main() {
	http.HandleFunc("/", page)
	algnhsa.ListenAndServe(nil, nil)
}
