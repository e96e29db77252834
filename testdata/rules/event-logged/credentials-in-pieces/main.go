package main

import (
	"log"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

func enter(w http.ResponseWriter, r *http.Request) {
	raw := r.Header.Get("Authorization")
	if !strings.HasPrefix(raw, "Bearer ") {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	raw = raw[len("Bearer "):]
	log.Println("came with", raw) // want: ^the credential Authorization of the request is logged$
	log.Println("came with", len(raw), "characters")
	second := strings.Split(r.Header.Get("Authorization"), " ")[1]
	log.Println("came with", second) // want: ^the credential Authorization of the request is logged$
	user, word, ok := r.BasicAuth()
	log.Println("came as", user, ok)
	log.Println("came with", word) // want: ^the credential word of the request is logged$
	kind := strings.Split(r.Header.Get("Content-Type"), ";")[0]
	log.Println("sends", kind)
}

func main() {
	http.HandleFunc("/enter", enter)
	lambda.Start(httpadapter.New(http.DefaultServeMux).ProxyWithContext)
}
