package main

import (
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

type middleware func(http.Handler) http.Handler

// signed makes a middleware for a realm.
func signed(realm string) middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Query().Get("realm") != realm {
				w.WriteHeader(http.StatusForbidden)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

func limited(most int64) func(http.HandlerFunc) http.HandlerFunc {
	return func(next http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			r.Body = http.MaxBytesReader(w, r.Body, most)
			next(w, r)
		}
	}
}

// chain puts several of them around a handler.
func chain(h http.Handler, all ...middleware) http.Handler {
	for _, one := range all {
		h = one(h)
	}
	return h
}

type site struct{ guard middleware }

func (s *site) guarded(h http.HandlerFunc) http.Handler { return s.guard(h) }

func boats() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Println("boats", r.Header) // want: ^Header of the request is logged$
	})
}

func crews(w http.ResponseWriter, r *http.Request) {
	log.Println("crews", r.Header) // want: ^Header of the request is logged$
}

func ports(w http.ResponseWriter, r *http.Request) {
	log.Println("ports", r.Header) // want: ^Header of the request is logged$
}

func tides(w http.ResponseWriter, r *http.Request) {
	log.Println("tides", r.Header) // want: ^Header of the request is logged$
}

func berths(w http.ResponseWriter, r *http.Request) {
	log.Println("berths", r.Header) // want: ^Header of the request is logged$
}

func old(w http.ResponseWriter, r *http.Request) {
	log.Println("nobody asks for this any more", r.Header)
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/boats", signed("harbour")(boats()))
	inner := signed("town")
	mux.Handle("/crews", inner(http.HandlerFunc(crews)))
	s := &site{guard: signed("state")}
	mux.Handle("/ports", s.guarded(ports))
	mux.HandleFunc("/tides", limited(1<<10)(tides))
	mux.Handle("/berths", chain(http.HandlerFunc(berths), signed("pier"), inner))
	_ = signed("nowhere")(http.HandlerFunc(old))
	lambda.Start(httpadapter.New(mux).ProxyWithContext)
}
