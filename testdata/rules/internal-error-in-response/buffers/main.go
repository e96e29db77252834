package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type response = events.APIGatewayProxyResponse

func text(status int, body string) (response, error) {
	return response{StatusCode: status, Headers: map[string]string{"Content-Type": "text/plain"}, Body: body}, nil
}

func printed(name string) (response, error) {
	var out bytes.Buffer
	page, err := os.ReadFile("/opt/pages/" + name)
	if err != nil {
		fmt.Fprintf(&out, "no page %s: %v", name, err) // want: err sends
		return text(404, out.String())
	}
	out.Write(page)
	return text(200, out.String())
}

func joined(name string) (response, error) {
	var out strings.Builder
	out.WriteString("looked for " + name)
	if _, err := os.Stat("/opt/pages/" + name); err != nil {
		out.WriteString(": ")
		out.WriteString(err.Error()) // want: err.Error\(\) sends
	}
	return text(200, out.String())
}

func encoded(name string) (response, error) {
	out := &bytes.Buffer{}
	found, err := os.ReadDir("/opt/pages/" + name)
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", "  ")
	if err != nil {
		_ = encoder.Encode(map[string]any{"cause": err.Error()}) // want: err.Error\(\) sends
		return text(500, string(out.Bytes()))
	}
	_ = encoder.Encode(len(found))
	return text(200, out.String())
}

// logged writes the error elsewhere, and later.
func logged(name string) (response, error) {
	var out, trace bytes.Buffer
	_, err := os.Stat("/opt/pages/" + name)
	if err != nil {
		fmt.Fprintln(&trace, err)
		fmt.Fprintln(&out, "no such page")
	}
	body := out.String()
	fmt.Fprintln(&out, err)
	log.Print(trace.String(), out.String())
	return text(200, body)
}

// again starts over, or has left by then.
func again(name string) (response, error) {
	var out strings.Builder
	page, err := os.ReadFile("/opt/pages/" + name)
	if errors.Is(err, os.ErrPermission) {
		out.WriteString(err.Error())
		log.Print(out.String())
		return response{StatusCode: 403}, nil
	}
	if err != nil {
		fmt.Fprint(&out, err)
		log.Print(out.String())
		out.Reset()
		out.WriteString("no such page")
	}
	out.Write(page)
	return text(200, out.String())
}

type settings struct {
	Title  string `json:"title"`
	Failed string `json:"failed,omitempty"`
	Trace  string `json:"-"`
}

type option func(*settings)

func because(err error) option {
	return func(s *settings) { s.Failed = err.Error() } // want: err.Error\(\) sends
}

func traced(err error) option {
	return func(s *settings) { s.Trace = err.Error() }
}

func titled(name string) option {
	return func(s *settings) { s.Title = name }
}

func made(options ...option) (response, error) {
	s := &settings{Title: "pages"}
	for _, set := range options {
		set(s)
	}
	out, err := json.Marshal(s)
	if err != nil {
		return response{}, err
	}
	return text(200, string(out))
}

func chosen(name string) (response, error) {
	if _, err := os.Stat("/opt/pages/" + name); err != nil {
		return made(titled(name), because(err), traced(err))
	}
	return made(titled(name), because(errors.New("not today")))
}

func handle(_ context.Context, request events.APIGatewayProxyRequest) (response, error) {
	name := request.PathParameters["name"]
	switch request.Resource {
	case "/printed":
		return printed(name)
	case "/joined":
		return joined(name)
	case "/encoded":
		return encoded(name)
	case "/logged":
		return logged(name)
	case "/chosen":
		return chosen(name)
	}
	return again(name)
}

func main() {
	lambda.Start(handle)
}
