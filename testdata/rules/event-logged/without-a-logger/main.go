package main

import (
	"context"
	"encoding/json"
	"io"
	"log"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/davecgh/go-spew/spew"
)

type logger interface {
	info(message string, fields ...any)
}

type plain struct{}

func (plain) info(message string, fields ...any) {
	log.Println(append([]any{message}, fields...)...)
}

var out logger = plain{}

func trace[T any](name string, value T) {
	log.Printf("%s: %+v", name, value)
}

func handle(ctx context.Context, e events.SQSEvent) error {
	spew.Dump(e)                                                 // want: the whole event is logged
	if err := json.NewEncoder(os.Stdout).Encode(e); err != nil { // want: the whole event is logged
		return err
	}
	text, err := json.Marshal(e)
	if err != nil {
		return err
	}
	if _, err := os.Stderr.Write(text); err != nil { // want: the whole event is logged
		return err
	}
	println(e.Records[0].Body)  // want: Body of the event is logged
	out.info("got", "event", e) // want: the whole event is logged
	trace("event", e)           // want: the whole event is logged
	out.info("got", "records", len(e.Records))
	trace("source", e.Records[0].EventSource)

	var kept strings.Builder
	if err := json.NewEncoder(&kept).Encode(e); err != nil {
		return err
	}
	if _, err := io.WriteString(os.Stdout, e.Records[0].Body); err != nil { // want: Body of the event is logged
		return err
	}
	_, err = io.WriteString(&kept, e.Records[0].Body)
	return err
}

func main() {
	lambda.Start(handle)
}
