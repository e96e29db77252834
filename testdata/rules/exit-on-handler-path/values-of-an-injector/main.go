package main

import (
	"context"
	"errors"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/samber/do"
)

type order struct{ ID string }

type store struct{ table string }

func (s *store) put(o order) error {
	if o.ID == "" {
		return errors.New("no id")
	}
	return nil
}

type service struct{ orders *store }

func (s *service) Accept(ctx context.Context, o order) error {
	if err := s.orders.put(o); err != nil {
		log.Fatalf("put %s: %v", o.ID, err) // want: ^log.Fatalf ends the process
	}
	return ctx.Err()
}

func newStore(*do.Injector) (*store, error) {
	table := os.Getenv("TABLE")
	if table == "" {
		log.Fatal("no table")
	}
	return &store{table}, nil
}

func newService(i *do.Injector) (*service, error) {
	orders, err := do.Invoke[*store](i)
	return &service{orders}, err
}

func main() {
	injector := do.New()
	do.Provide(injector, newStore)
	do.Provide(injector, newService)
	accepting := do.MustInvoke[*service](injector)
	lambda.Start(accepting.Accept)
}
