package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"

	"github.com/fujiwara/ridge"
)

type desk struct{ mux *http.ServeMux }

func newDesk() *desk {
	d := &desk{mux: http.NewServeMux()}
	d.mux.HandleFunc("/tickets", d.tickets)
	return d
}

func (d *desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	d.mux.ServeHTTP(w, r)
}

func (d *desk) tickets(w http.ResponseWriter, r *http.Request) {
	log.Fatal("no tickets today") // want: log.Fatal ends
}

func (d *desk) serve(ctx context.Context) {
	server := ridge.New(":8080", "/", d)
	server.RequestBuilder = func(event json.RawMessage) (*http.Request, error) {
		return ridge.NewRequest(event)
	}
	server.RunWithContext(ctx)
	log.Fatal("never served")
}

func main() {
	newDesk().serve(context.Background())
}
