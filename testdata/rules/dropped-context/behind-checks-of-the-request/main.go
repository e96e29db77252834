package main

import (
	"context"
	"encoding/json"
	"net/http"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

type ticket struct {
	Seat, Gate string
}

var (
	mutex sync.Mutex
	gates map[string]string
)

// What comes in is checked before the gate is asked: no such check makes the rest run once only.
func enter(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if err := knock(context.Background(), "door"); err != nil { // want: drops the invocation's context
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	var shown ticket
	if err := json.NewDecoder(r.Body).Decode(&shown); err != nil || assign(&shown) != nil {
		w.WriteHeader(http.StatusBadRequest)
	}
}

func assign(shown *ticket) error {
	if shown.Seat != "" && shown.Gate != "" {
		return nil
	}
	shown.Gate = open()[shown.Seat]
	return knock(context.Background(), shown.Gate) // want: assign takes no context.Context
}

func open() map[string]string {
	mutex.Lock()
	defer mutex.Unlock()
	if gates == nil {
		if err := knock(context.Background(), "all"); err == nil {
			gates = map[string]string{"1a": "north"}
		}
	}
	return gates
}

func knock(ctx context.Context, gate string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://gates.example.com/"+gate, nil)
	if err != nil {
		return err
	}
	request.Header.Set("Accept", "application/json")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	return answer.Body.Close()
}

func main() {
	http.HandleFunc("/enter", enter)
	lambda.Start(httpadapter.New(http.DefaultServeMux).ProxyWithContext)
}
