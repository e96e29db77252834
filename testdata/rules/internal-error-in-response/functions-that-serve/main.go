package main

import (
	"database/sql"
	"errors"
	"fmt"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

type route func(http.ResponseWriter, *http.Request) error

func (f route) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := f(w, r); err != nil {
		http.Error(w, fmt.Sprintf("failed: %v", err), http.StatusInternalServerError) // want: ^err sends the text of an internal error
	}
}

type check func(*http.Request) error

func (f check) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := f(r); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
	}
}

type shop struct{ db *sql.DB }

func (s shop) orders(w http.ResponseWriter, r *http.Request) error {
	_, err := s.db.ExecContext(r.Context(), "DELETE FROM orders")
	return err
}

func page(r *http.Request) error {
	if r.URL.Query().Get("page") == "" {
		return errors.New("page is missing")
	}
	return nil
}

func main() {
	db, err := sql.Open("mysql", "")
	if err != nil {
		panic(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/orders", route(shop{db}.orders))
	mux.Handle("/pages", check(page))
	lambda.Start(httpadapter.NewV2(mux).ProxyWithContext)
}
