package main

import (
	"log"
	"net/http"

	"example.com/x/app"
)

func main() {
	log.Fatal(http.ListenAndServe(":8080", app.New().Handler()))
}
