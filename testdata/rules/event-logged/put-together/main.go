package main

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type call struct {
	ID, Body string
}

func describe(c call) string {
	return fmt.Sprintf("call %s: %+v", c.ID, c)
}

func name(c call) string {
	return fmt.Sprintf("call %s of %d bytes", c.ID, len(c.Body))
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) error {
	message := fmt.Sprintf("%s got %s", e.HTTPMethod, e.Body)
	log.Println(message) // want: Body of the event is logged
	text := "headers: " + fmt.Sprint(e.Headers)
	text += "\n"
	fmt.Println("-- " + text) // want: Headers of the event are logged

	var built strings.Builder
	built.WriteString("body=")
	built.WriteString(e.Body)
	log.Println(built.String()) // want: Body of the event is logged
	var bytes bytes.Buffer
	bytes.WriteString(e.Path)
	log.Println(bytes.String())

	var later strings.Builder
	later.WriteString("path=")
	log.Println(later.String())
	later.WriteString(e.Body)

	c := call{ID: e.Path, Body: e.Body}
	log.Println(describe(c)) // want: Body of the event is logged
	log.Println(name(c))
	first := fmt.Sprintf("%.20s", e.Body)
	log.Println(first)
	kind := fmt.Sprintf("%T of %s", e, e.Path)
	log.Println(kind)
	log.Println("begins with " + e.Body[:1])
	log.Println(strings.Repeat("-", len(message)))
	return nil
}

func main() {
	lambda.Start(handle)
}
