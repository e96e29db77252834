package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type store struct{ root string }

func (s store) Put(key string) error { return os.WriteFile(s.root+key, nil, 0o600) }

func (s store) DeleteObject(key string) error { return os.Remove(s.root + key) }

var files = store{"/tmp/"}

func process(m events.SQSMessage) error {
	if err := files.Put("done/" + m.Body); err != nil {
		return err
	}
	removeOriginal(m.Body)
	announce(m.Body)
	return nil
}

// What is left over harms nobody.
func removeOriginal(key string) {
	err := files.DeleteObject(key)
	if err != nil {
		log.Printf("left over: %v", err)
	} else {
		log.Print("removed")
	}
}

func announce(key string) {
	err := files.Put("news/" + key)
	if err != nil {
		log.Printf("not announced: %v", err) // want: record's error ends here
	} else {
		log.Print("announced")
	}
}

func handle(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := process(m); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
