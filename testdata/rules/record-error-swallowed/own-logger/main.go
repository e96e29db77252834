package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type entry struct {
	text   string
	fields map[string]string
}

func line(format string, values ...any) *entry {
	return &entry{text: fmt.Sprintf(format, values...), fields: map[string]string{}}
}

func (e *entry) with(key, value string) *entry {
	e.fields[key] = value
	return e
}

func (e *entry) record(m events.SQSMessage) *entry {
	return e.with("id", m.MessageId).with("from", m.EventSource)
}

func (e *entry) write() {
	text, err := json.Marshal(e.fields)
	if err != nil {
		log.Fatalf("no log line: %v", err)
	}
	log.Println(e.text, string(text))
}

type tally struct{ failed int }

func (t *tally) fail(err error) {
	t.failed++
	log.Print(err)
}

var failures int

func count(err error) {
	failures++
	log.Print(err)
}

func logError(what string, err error) {
	log.Printf("%s: %v", what, err)
}

func keep(m events.SQSMessage) {
	log.Print("kept")
	_ = os.WriteFile("/tmp/kept", []byte(m.Body), 0o600)
}

func process(m events.SQSMessage) error {
	if m.Body == "" {
		return errors.New("empty")
	}
	return nil
}

func handle(ctx context.Context, e events.SQSEvent) error {
	t := &tally{}
	for _, m := range e.Records {
		if err := process(m); err != nil {
			line("not processed: %v", err).record(m).with("queue", m.EventSourceARN).write() // want: record's error ends here
			continue
		}
		if err := process(m); err != nil {
			text := fmt.Sprintf("again: %v", err)
			logError(text, err) // want: record's error ends here
			continue
		}
		if err := process(m); err != nil {
			t.fail(err)
			continue
		}
		if err := process(m); err != nil {
			count(err)
			continue
		}
		if err := process(m); err != nil {
			keep(m)
			continue
		}
	}
	if t.failed+failures > 0 {
		return errors.New("some failed")
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
