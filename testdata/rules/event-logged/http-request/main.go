package main

import (
	"io"
	"log"
	"net/http"
	"net/http/httputil"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

func login(w http.ResponseWriter, r *http.Request) {
	log.Printf("cookies: %v", r.Cookies())           // want: ^cookies of the request are logged$
	log.Printf("cookie: %q", r.Header.Get("Cookie")) // want: ^the credential Cookie of the request is logged$
	if token := r.Header.Get("Authorization"); len(token) > 16 {
		log.Println("token " + token[:8] + "...")
		log.Println("token ..." + token[len(token)-4:])
		log.Println("token", token[7:]) // want: ^the credential Authorization of the request is logged$
	}
	log.Printf("headers: %v", r.Header) // want: ^Header of the request is logged$
	log.Printf("from %s", r.Header.Get("User-Agent"))
	log.Println(r.Method, r.URL.Path)
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "unreadable", http.StatusBadRequest)
		return
	}
	log.Printf("%d bytes", len(body))
	log.Printf("body: %s", body) // want: ^Body of the request is logged$
	dump, err := httputil.DumpRequest(r, true)
	if err != nil {
		http.Error(w, "unreadable", http.StatusBadRequest)
		return
	}
	log.Println(string(dump)) // want: ^the whole request is logged$
	forward, err := http.NewRequestWithContext(r.Context(), http.MethodGet, "https://example.com/", nil)
	if err != nil {
		http.Error(w, "no request", http.StatusInternalServerError)
		return
	}
	log.Println(forward.Header)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/login", login)
	lambda.Start(httpadapter.New(mux).ProxyWithContext)
}
