package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/core"
	"github.com/awslabs/aws-lambda-go-api-proxy/gorillamux"
	"github.com/gorilla/mux"
	"github.com/rs/zerolog/log"
)

type server struct {
	user  string
	last  string
	stats *counts
}

type counts struct{ path string }

func (s *server) wrap(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s.last = r.Method + " " + r.URL.Path // want: ^s.last of a value from start-up keeps data of this request for later ones$
		own := &server{}
		own.last = r.URL.Path
		next(w, r)
	}
}

func (s *server) authenticate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.user = r.Header.Get("X-User")                                      // want: ^s.user of a value from start-up keeps data
		log.Logger = log.With().Str("user", r.Header.Get("X-User")).Logger() // want: ^package variable log.Logger keeps data of this request
		next.ServeHTTP(w, r)
	})
}

// Get is called by the router alone, whatever else has a method of that name.
func (s *server) Get(w http.ResponseWriter, r *http.Request) {
	s.last = mux.Vars(r)["id"] // want: ^s.last of a value from start-up keeps data
	w.WriteHeader(http.StatusOK)
}

func counting(c *counts) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c.path = r.URL.Path // want: ^c.path of a value from start-up keeps data
		fresh := func(c *counts) { c.path = r.URL.Path }
		fresh(&counts{})
		w.WriteHeader(http.StatusNoContent)
	}
}

var adapter *gorillamux.GorillaMuxAdapter

func init() {
	s := &server{stats: &counts{}}
	router := mux.NewRouter()
	router.Use(s.authenticate)
	router.HandleFunc("/accounts", s.wrap(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }))
	router.HandleFunc("/accounts/{id}", s.Get)
	router.HandleFunc("/stats", counting(s.stats))
	adapter = gorillamux.New(router)
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	answer, err := adapter.ProxyWithContext(ctx, *core.NewSwitchableAPIGatewayRequestV1(&e))
	if err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	return *answer.Version1(), nil
}

func main() {
	lambda.Start(handle)
}
