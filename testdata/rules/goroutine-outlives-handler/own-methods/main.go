package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
)

type sender interface {
	Send(ctx context.Context, name string) error
}

// table calls its methods as caches do, but keeps nothing itself.
type table struct{ out sender }

func (t *table) Get(ctx context.Context, key string) (string, error) {
	return key, t.out.Send(ctx, key)
}

func (t *table) Add(ctx context.Context, key string) {
	if err := t.out.Send(ctx, key); err != nil {
		log.Println(err)
	}
}

// started remembers what was started.
type started struct{ names map[string]bool }

func (s *started) Get(name string) bool { return s.names[name] }

func (s *started) Add(name string) { s.names[name] = true }

type server struct {
	views *table
	known *started
}

func (s *server) handle(ctx context.Context, name string) error {
	owner, err := s.views.Get(ctx, name)
	if err != nil {
		return err
	}
	if owner == "" {
		return nil
	}
	if !s.known.Get("watch") {
		s.known.Add("watch")
		go log.Println("watching")
	}
	go s.views.Add(ctx, name) // want: nothing waits for the goroutine that \(server\).handle starts
	return nil
}

func main() {
	s := &server{views: &table{}, known: &started{names: map[string]bool{}}}
	lambda.Start(s.handle)
}
