package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

type answer struct {
	Failure struct {
		Code int    `json:"code"`
		Text string `json:"text"`
	} `json:"failure"`
	Trace string `json:"-"`
	cause string
}

func write(w http.ResponseWriter, status int, v any) {
	w.WriteHeader(status)
	out := json.NewEncoder(w)
	_ = out.Encode(v)
}

func fail(w http.ResponseWriter, text string) {
	var a answer
	a.Failure.Code = http.StatusInternalServerError
	a.Failure.Text = text
	write(w, http.StatusInternalServerError, a)
}

func page(w http.ResponseWriter, r *http.Request) {
	text, err := os.ReadFile("/opt/pages/" + r.PathValue("page"))
	if err != nil {
		fail(w, err.Error()) // want: err.Error\(\) sends
		return
	}
	_, _ = w.Write(text)
}

func size(w http.ResponseWriter, r *http.Request) {
	found, err := os.Stat("/opt/pages/" + r.PathValue("page"))
	if err != nil {
		told := map[string]any{"ok": false}
		told["text"] = err.Error() // want: err.Error\(\) sends
		write(w, http.StatusInternalServerError, told)
		return
	}
	write(w, http.StatusOK, found.Size())
}

func list(w http.ResponseWriter, r *http.Request) {
	found, err := os.ReadDir("/opt/pages")
	if err != nil {
		var a answer
		a.Failure.Text = "no pages"
		a.Trace = err.Error()
		a.cause = err.Error()
		write(w, http.StatusInternalServerError, a)
		return
	}
	counted := json.NewEncoder(os.Stdout)
	if err := counted.Encode(len(found)); err != nil {
		_ = counted.Encode(err.Error())
	}
	write(w, http.StatusOK, len(found))
}

func guarded(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil {
				fail(w, fmt.Sprintf("broken: %v", p)) // want: p sends the text of an internal error
			}
		}()
		next(w, r)
	}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /pages/{page}", guarded(page))
	mux.HandleFunc("GET /sizes/{page}", size)
	mux.HandleFunc("GET /pages", list)
	lambda.Start(httpadapter.New(mux).ProxyWithContext)
}
