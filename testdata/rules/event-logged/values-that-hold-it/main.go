package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"log/slog"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

type command struct {
	ID   string
	Body string
}

// withheld keeps the body out of JSON.
type withheld struct {
	ID   string
	Body string `json:"-"`
}

// named says itself what is printed of it.
type named struct{ ID, Body string }

func (n named) String() string { return n.ID }

type unexported struct {
	ID   string
	body string
}

type envelope struct {
	Inner *command
	Raw   []byte
}

func (c command) cleaned() command {
	c.Body = ""
	return c
}

func (c *command) redact() { c.Body = "" }

func wipe(c *command) { c.Body = "" }

type orders struct{ log *zap.Logger }

func (o *orders) place(c command) {
	o.log.Info("placing", zap.Any("command", c)) // want: Body of the event is logged
	log.Printf("%+v", c)                         // want: Body of the event is logged
	log.Printf("%+v", c.cleaned())
	copied, wiped := c, c
	copied.redact()
	log.Printf("%+v", copied)
	wipe(&wiped)
	log.Printf("%+v", wiped)
	shown := c
	shown.Body = "***"
	log.Printf("%+v", shown)
	log.Println(c.ID)
}

func texts(e events.APIGatewayProxyRequest) error {
	all, err := json.Marshal(map[string]any{"event": e, "tries": 1})
	if err != nil {
		return err
	}
	fmt.Println(string(all)) // want: the whole event is logged
	fields := map[string]any{}
	fields["headers"] = e.Headers
	text, err := json.Marshal(fields)
	if err != nil {
		return err
	}
	fmt.Println(string(text)) // want: Headers of the event are logged
	cleaned, err := json.Marshal(withheld{ID: e.Path, Body: e.Body})
	if err != nil {
		return err
	}
	fmt.Println(string(cleaned))
	return nil
}

func without(e events.APIGatewayProxyRequest) error {
	fields := map[string]any{"body": e.Body, "path": e.Path}
	delete(fields, "body")
	text, err := json.Marshal(fields)
	if err != nil {
		return err
	}
	fmt.Println(string(text))
	return nil
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) error {
	o := &orders{log: zap.NewExample()}
	c := &command{ID: e.Path, Body: e.Body}
	o.place(*c)
	log.Printf("%v", c)                                     // want: Body of the event is logged
	logrus.WithFields(logrus.Fields{"command": c}).Info("") // want: Body of the event is logged
	all := []command{*c}
	log.Println(all) // want: Body of the event is logged
	byName := map[string]string{"a": e.Body, "b": e.Path}
	log.Println(byName["a"]) // want: Body of the event is logged
	log.Println(byName["b"])

	filled := command{}
	filled.Body = e.Body
	slog.Info("filled", "command", filled) // want: Body of the event is logged

	late := command{ID: e.Path}
	log.Printf("%+v", late)
	late.Body = e.Body
	var empty command
	log.Println(&empty)
	empty.Body = e.Body
	o.place(empty)
	o.place(late)

	log.Println(named{ID: e.Path, Body: e.Body})
	slog.Info("withheld", "command", withheld{ID: e.Path, Body: e.Body})
	slog.Info("unexported", "command", unexported{ID: e.Path, body: e.Body})
	log.Println(unexported{ID: e.Path, body: e.Body}) // want: Body of the event is logged
	log.Println(envelope{Inner: c, Raw: []byte(e.Body)})
	if err := texts(e); err != nil {
		return err
	}
	return without(e)
}

func main() {
	lambda.Start(handle)
}
