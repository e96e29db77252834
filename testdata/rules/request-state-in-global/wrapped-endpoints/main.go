package main

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
	"github.com/julienschmidt/httprouter"
)

type desk struct {
	user string
	last order
	paid order
}

type order struct{ ID string }

func endpoint[In any](f func(context.Context, In) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var in In
		if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		if err := f(r.Context(), in); err != nil {
			w.WriteHeader(http.StatusInternalServerError)
		}
	}
}

func (d *desk) take(ctx context.Context, o order) error {
	d.last = o // want: ^d.last of a value from start-up keeps data of this request for later ones$
	return ctx.Err()
}

func (d *desk) pay(ctx context.Context, o order) error {
	d.paid = o // want: ^d.paid of a value from start-up keeps data
	return ctx.Err()
}

func (d *desk) show(w http.ResponseWriter, r *http.Request, params httprouter.Params) {
	d.user = params.ByName("user") // want: ^d.user of a value from start-up keeps data
	w.WriteHeader(http.StatusOK)
}

func main() {
	d := &desk{}
	router := httprouter.New()
	router.Handler(http.MethodPost, "/orders", endpoint(d.take))
	router.Handler(http.MethodPut, "/orders", endpoint(d.pay))
	router.GET("/users/:user", d.show)
	lambda.Start(httpadapter.New(router).ProxyWithContext)
}
