package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"log/slog"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func dump(what string, v any) {
	text, _ := json.Marshal(v)
	log.Printf("%s: %s", what, text)
}

func trace(format string, values ...any) {
	slog.Debug(fmt.Sprintf(format, values...))
}

func count(v any) {
	log.Printf("%T", v)
}

func route(e events.APIGatewayProxyRequest) {
	log.Println(e.HTTPMethod, e.Path)
}

func answer(e events.APIGatewayProxyRequest) {
	log.Println(e.Body) // want: ^Body of the event is logged$
}

func keep(v any) error {
	log.Println("kept")
	text, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return os.WriteFile("/tmp/kept", text, 0o600)
}

type sink interface {
	Info(text string, values ...any)
}

type plain struct{ to *slog.Logger }

func (p plain) Info(text string, values ...any) { p.to.Info(text, values...) }

type entry struct {
	Text   string            `json:"text"`
	Fields map[string]string `json:"fields"`
}

func line(format string, values ...any) *entry {
	return &entry{Text: fmt.Sprintf(format, values...), Fields: map[string]string{}}
}

func (n *entry) with(key, value string) *entry {
	n.Fields[key] = value
	return n
}

func (n *entry) request(e *events.APIGatewayProxyRequest) *entry {
	return n.with("path", e.Path).with("method", e.HTTPMethod)
}

func (n *entry) headers(e *events.APIGatewayProxyRequest) *entry {
	for key, value := range e.Headers {
		n.with(key, value)
	}
	return n
}

func (n *entry) json() string {
	text, err := json.Marshal(n)
	if err != nil {
		log.Fatal(err)
	}
	return string(text)
}

func (n *entry) write() { log.Println(n.json()) }

func (n *entry) respond(status int) events.APIGatewayProxyResponse {
	return events.APIGatewayProxyResponse{StatusCode: status, Body: n.json()}
}

func twice(e events.APIGatewayProxyRequest) {
	text, _ := json.Marshal(e)
	dump("in", text) // want: ^the whole event is logged$
	text, _ = json.Marshal(map[string]int{"status": 200})
	dump("out", text)
}

type api struct{ to sink }

func (a *api) handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	dump("event", e) // want: ^the whole event is logged$
	dump("path", e.Path)
	trace("body %s", e.Body)
	count(e)
	twice(e)
	route(e)
	answer(e)
	a.to.Info("in", "body", e.Body) // want: ^Body of the event is logged$
	line("in: %s", e.Path).request(&e).write()
	line("in: %s", e.Path).with("body", e.Body).request(&e).write() // want: ^Body of the event is logged$
	line("in: %s", e.Body).write()                                  // want: ^Body of the event is logged$
	line("in: %s", e.Body)
	l := line("in")
	l.headers(&e)
	l.write() // want: ^Headers of the event are logged$
	if err := keep(e); err != nil {
		return line("not kept").with("body", e.Body).respond(500), nil
	}
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

func main() {
	a := &api{to: plain{slog.Default()}}
	lambda.Start(a.handle)
}
