package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type letter struct {
	To   string `json:"to"`
	Text string `json:"text"`
}

func post(ctx context.Context, l letter) error {
	if l.To == "" {
		return errors.New("nobody to send it to")
	}
	return ctx.Err()
}

func trouble(form string, args ...any) {
	fmt.Fprintf(os.Stderr, "trouble: "+form+"\n", args...)
}

func read(m events.SQSMessage) (*letter, bool) {
	var l letter
	if err := json.Unmarshal([]byte(m.Body), &l); err != nil {
		trouble("%s: %v", m.MessageId, err) // want: record's error ends here
		return nil, false
	}
	return &l, l.To != ""
}

func send(ctx context.Context, l letter) bool {
	err := post(ctx, l)
	if err != nil {
		log.Println("not sent:", err) // want: record's error ends here
		return false
	}
	return true
}

func letters(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		l, ok := read(m)
		if !ok {
			continue
		}
		if !send(ctx, *l) {
			log.Printf("giving up on %s", m.MessageId)
		}
	}
	return nil
}

func sent(ctx context.Context, l letter) bool {
	if err := post(ctx, l); err != nil {
		log.Println("not sent:", err)
		return false
	}
	return true
}

func counted(ctx context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	var out events.SQSEventResponse
	for _, m := range e.Records {
		var l letter
		if err := json.Unmarshal([]byte(m.Body), &l); err != nil {
			return out, err
		}
		if !sent(ctx, l) {
			out.BatchItemFailures = append(out.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
		}
	}
	return out, nil
}

type done struct {
	id  string
	err error
}

func atOnce(ctx context.Context, e events.SQSEvent) error {
	var all sync.WaitGroup
	results := make(chan done, len(e.Records))
	for _, m := range e.Records {
		all.Add(1)
		go func() {
			defer all.Done()
			results <- done{m.MessageId, post(ctx, letter{Text: m.Body})}
		}()
	}
	all.Wait()
	close(results)
	for r := range results {
		if r.err != nil {
			trouble("%s: %v", r.id, r.err) // want: record's error ends here
		}
	}
	return nil
}

func main() {
	switch log.Prefix() {
	case "counted":
		lambda.Start(counted)
	case "at once":
		lambda.Start(atOnce)
	default:
		lambda.Start(letters)
	}
}
