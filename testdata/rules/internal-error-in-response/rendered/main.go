package main

import (
	"encoding/xml"
	"errors"
	"html/template"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	chiadapter "github.com/awslabs/aws-lambda-go-api-proxy/chi"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/render"
)

var (
	client                    = s3.New(s3.Options{})
	page   *template.Template = template.Must(template.New("page").Parse(`<p>{{.}}</p>`))
)

type trouble struct {
	Cause  error  `json:"-"`
	Status int    `json:"-"`
	Text   string `json:"text"`
}

func (t *trouble) Render(w http.ResponseWriter, r *http.Request) error {
	render.Status(r, t.Status)
	return nil
}

func unreadable(err error) render.Renderer {
	return &trouble{Cause: err, Status: 400, Text: err.Error()}
}

func broken(err error) render.Renderer {
	return &trouble{Cause: err, Status: 500, Text: err.Error()} // want: err.Error
}

func closed(err error) render.Renderer {
	return &trouble{Cause: err, Status: 503, Text: "come back later"}
}

type name struct{ Name string }

func (n *name) Bind(r *http.Request) error {
	if n.Name == "" {
		return errors.New("a name is needed")
	}
	return nil
}

func list(w http.ResponseWriter, r *http.Request) {
	var wanted name
	if err := render.Bind(r, &wanted); err != nil {
		render.Render(w, r, unreadable(err))
		return
	}
	out, err := client.ListBuckets(r.Context(), nil)
	if err != nil {
		render.Render(w, r, broken(err))
		return
	}
	render.JSON(w, r, out.Buckets)
}

func count(w http.ResponseWriter, r *http.Request) {
	out, err := client.ListBuckets(r.Context(), nil)
	if err != nil {
		render.Status(r, 500)
		render.JSON(w, r, map[string]string{"cause": err.Error()}) // want: err.Error
		page.Execute(w, err.Error())                               // want: err.Error
		xml.NewEncoder(w).Encode(trouble{Text: err.Error()})       // want: err.Error
		return
	}
	if len(out.Buckets) == 0 {
		render.Render(w, r, closed(err))
		return
	}
	render.PlainText(w, r, "many")
}

func main() {
	r := chi.NewRouter()
	r.Get("/", list)
	r.Get("/count", count)
	lambda.Start(chiadapter.New(r).ProxyWithContext)
}
