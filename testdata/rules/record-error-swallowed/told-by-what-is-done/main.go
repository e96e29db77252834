package main

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type shelf struct{ open bool }

func (s shelf) Store(ctx context.Context, id, text string) error {
	if !s.open {
		return errors.New("closed")
	}
	return ctx.Err()
}

func (s shelf) DeleteMessage(ctx context.Context, handle string) (bool, error) {
	return s.open, ctx.Err()
}

var books shelf

// counted returns how many are done, and an error when that are too few.
func counted(ctx context.Context, e events.SQSEvent) error {
	done := 0
	for _, m := range e.Records {
		if err := books.Store(ctx, m.MessageId, m.Body); err != nil {
			log.Println("not stored", err)
			continue
		}
		done++
		if _, err := books.DeleteMessage(ctx, m.ReceiptHandle); err != nil {
			log.Println("still there", err)
		}
	}
	if done < len(e.Records) {
		return fmt.Errorf("%d of %d are left", len(e.Records)-done, len(e.Records))
	}
	return nil
}

// listed keeps the ids of what is done.
func listed(ctx context.Context, e events.SQSEvent) error {
	var done []string
	for _, m := range e.Records {
		if err := books.Store(ctx, m.MessageId, m.Body); err == nil {
			done = append(done, m.MessageId)
		} else {
			log.Println("not stored", err) // want: record's error ends here
			continue
		}
	}
	log.Println("stored", done)
	return nil
}

// reported tells how many are done, to nobody who would try again.
func reported(ctx context.Context, e events.SQSEvent) error {
	done := 0
	for _, m := range e.Records {
		if err := books.Store(ctx, m.MessageId, m.Body); err != nil {
			log.Println("not stored", err) // want: record's error ends here
			continue
		}
		done++
	}
	if done < len(e.Records) {
		log.Println(done, "of", len(e.Records))
		return nil
	}
	return nil
}

// removed has nothing else to do for a record than to delete something.
func removed(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		switch m.EventSource {
		case "stored":
			if err := books.Store(ctx, m.MessageId, m.Body); err != nil {
				return err
			}
		default:
			if _, err := books.DeleteMessage(ctx, m.Body); err != nil {
				log.Println("still there", err) // want: record's error ends here
			}
		}
	}
	return nil
}

func main() {
	switch log.Prefix() {
	case "counted":
		lambda.Start(counted)
	case "listed":
		lambda.Start(listed)
	case "removed":
		lambda.Start(removed)
	default:
		lambda.Start(reported)
	}
}
