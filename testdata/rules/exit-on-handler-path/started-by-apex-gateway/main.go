package main

import (
	"log"
	"net/http"

	"github.com/apex/gateway"
)

func page(w http.ResponseWriter, r *http.Request) {
	log.Fatal("page") // want: log.Fatal ends the process
}

func main() {
	http.HandleFunc("/", page)
	log.Fatal(gateway.ListenAndServe(":3000", nil))
}
