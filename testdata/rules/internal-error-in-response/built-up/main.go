package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

// note is what is logged, and what is answered.
type note struct {
	Text    string            `json:"text"`
	Details map[string]string `json:"details,omitempty"`
	Cause   string            `json:"-"`
	trace   string
}

func about(format string, values ...any) *note {
	return &note{Text: fmt.Sprintf(format, values...), Details: map[string]string{}}
}

func (n *note) with(name, value string) *note {
	n.Details[name] = value
	return n
}

func (n *note) because(err error) *note {
	if err != nil {
		n.with("cause", err.Error()) // want: err.Error\(\) sends
	}
	return n
}

func (n *note) keeping(err error) *note {
	n.Cause = err.Error()
	n.trace = err.Error()
	return n
}

func (n *note) text() string {
	out, err := json.Marshal(n)
	if err != nil {
		return n.Text
	}
	return string(out)
}

func (n *note) answer(status int) (events.APIGatewayProxyResponse, error) {
	body := n.text()
	return events.APIGatewayProxyResponse{
		StatusCode: status,
		Headers:    map[string]string{"Content-Type": "application/json"},
		Body:       body,
	}, nil
}

// record is built up in the same way, but only logged.
type record struct {
	Details map[string]string `json:"details"`
}

func (r *record) because(err error) *record {
	r.Details["cause"] = err.Error()
	return r
}

func handle(_ context.Context, request events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	name := request.PathParameters["name"]
	if name == "" {
		return about("no name").because(errors.New("name is missing")).answer(http.StatusBadRequest)
	}
	page, err := os.ReadFile("/opt/pages/" + name)
	if os.IsPermission(err) {
		return about("page %s is closed", name).keeping(err).answer(http.StatusForbidden)
	}
	if err != nil {
		return about("no page %s", name).with("name", name).because(err).answer(http.StatusNotFound)
	}
	if _, err := os.Stat("/opt/pages/" + name + ".css"); err != nil {
		_ = json.NewEncoder(os.Stdout).Encode((&record{Details: map[string]string{}}).because(err))
		return about("no style for %s: %v", name, err).answer(http.StatusInternalServerError) // want: err sends
	}
	return about("%s", page).answer(http.StatusOK)
}

func main() {
	lambda.Start(handle)
}
