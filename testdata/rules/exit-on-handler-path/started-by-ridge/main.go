package main

import (
	"log"
	"net/http"

	"github.com/fujiwara/ridge"
)

func page(w http.ResponseWriter, r *http.Request) {
	log.Fatal("page") // want: log.Fatal ends
}

func main() {
	http.HandleFunc("/", page)
	ridge.Run(":8080", "/", http.DefaultServeMux)
}
