package main

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type order struct {
	ID    string `json:"id"`
	Total int    `json:"total"`
}

type shelf interface {
	Put(ctx context.Context, o order) error
	Note(ctx context.Context, id string) error
}

type memory map[string]order

func (m memory) Put(ctx context.Context, o order) error {
	if o.ID == "" {
		return errors.New("no id")
	}
	m[o.ID] = o
	return nil
}

func (m memory) Note(ctx context.Context, id string) error { return ctx.Err() }

type shop struct{ shelf shelf }

func (s *shop) accept(ctx context.Context, o order) error {
	if err := s.shelf.Put(ctx, o); err != nil {
		log.Printf("%s isn't kept: %v", o.ID, err) // want: record's error ends here
		return nil
	}
	return nil
}

func (s *shop) change(ctx context.Context, o order) error {
	if err := s.shelf.Put(ctx, o); err != nil {
		return err
	}
	if err := s.shelf.Note(ctx, o.ID); err != nil {
		log.Printf("%s isn't noted: %v", o.ID, err)
	}
	return nil
}

func (s *shop) seen(ctx context.Context, o order) error {
	if err := s.shelf.Note(ctx, o.ID); err != nil {
		log.Printf("%s isn't noted: %v", o.ID, err)
		return nil
	}
	return nil
}

func (s *shop) work(ctx context.Context, m events.SQSMessage) error {
	var o order
	if err := json.Unmarshal([]byte(m.Body), &o); err != nil {
		return err
	}
	if o.Total > 100 {
		return s.accept(ctx, o)
	}
	if err := s.seen(ctx, o); err != nil {
		return err
	}
	return s.change(ctx, o)
}

func (s *shop) each(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := s.work(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

func (s *shop) atOnce(ctx context.Context, e events.SQSEvent) error {
	var all sync.WaitGroup
	for _, m := range e.Records {
		all.Add(1)
		go func() {
			defer all.Done()
			if err := s.work(ctx, m); err != nil {
				log.Print(err) // want: record's error ends here
			}
		}()
	}
	all.Wait()
	return nil
}

func byKind(ctx context.Context, e events.SQSEvent) error {
	kinds := map[string]func(context.Context, events.SQSMessage) error{"one": (&shop{memory{}}).work}
	for _, m := range e.Records {
		work, known := kinds[m.Attributes["kind"]]
		if !known {
			return errors.New("unknown kind")
		}
		if err := work(ctx, m); err != nil {
			log.Print(err) // want: record's error ends here
		}
	}
	return nil
}

func main() {
	s := &shop{shelf: memory{}}
	switch log.Prefix() {
	case "each":
		lambda.Start(s.each)
	case "kind":
		lambda.Start(byKind)
	default:
		lambda.Start(s.atOnce)
	}
}
