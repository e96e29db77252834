package main

import (
	"encoding/json"
	"io"
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

type guest struct {
	Name string `json:"name"`
	Room int    `json:"room"`
}

func read(w http.ResponseWriter, r *http.Request, into any) error {
	decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20))
	return decoder.Decode(into)
}

func readAll(r *http.Request, into *guest) error {
	text, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}

func readAnswer(r *http.Response, into any) error {
	return json.NewDecoder(r.Body).Decode(into)
}

func arrive(w http.ResponseWriter, r *http.Request) {
	var g, same, known guest
	if read(w, r, &g) != nil || readAll(r, &same) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	log.Println("room", g.Room)
	log.Printf("%+v arrives", g)    // want: ^Body of the request is logged$
	log.Printf("%+v arrives", same) // want: ^Body of the request is logged$
	answer, err := http.Get("https://example.com/guests/" + g.Name)
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	defer answer.Body.Close()
	if err := readAnswer(answer, &known); err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	log.Printf("%+v is known", known)
}

func main() {
	http.HandleFunc("/arrivals", arrive)
	lambda.Start(httpadapter.New(http.DefaultServeMux).ProxyWithContext)
}
