// Package models has types that handlers of other packages take and return.
package models

import (
	"context"
	"errors"
	"io"
)

// Order is an event.
type Order struct {
	ID    string `json:"id"`
	Lines []Line `json:"lines"`
}

// Line is a part of an order.
type Line struct {
	Item  string `json:"item"`
	Count int    `json:"count"`
}

// Receipt is an answer.
type Receipt struct {
	ID string `json:"id"`
}

// Scope is a copy of the context's interface, under another name.
type Scope = context.Context

// Carrier is a context with something more.
type Carrier interface {
	context.Context
	Tenant() string
}

// Problem is an error of its own.
type Problem struct{ Reason string }

func (p *Problem) Error() string { return p.Reason }

// Coded is an error that also knows a code.
type Coded interface {
	error
	Code() int
}

// Signal is something that JSON has no form for.
type Signal chan struct{}

// Watch is an answer that holds a function.
type Watch struct {
	ID     string `json:"id"`
	Notify func()
}

// Source is a reader under another name.
type Source io.Reader

// Service takes orders.
type Service struct{ Name string }

// NewService makes a service.
func NewService() *Service { return &Service{Name: "orders"} }

// Place has the shape of a handler.
func (s *Service) Place(_ context.Context, order Order) (Receipt, error) {
	if order.ID == "" {
		return Receipt{}, errors.New("no id")
	}
	return Receipt{ID: order.ID + s.Name}, nil
}

// Cancel returns its own error type.
func (s *Service) Cancel(_ context.Context, _ Order) *Problem { return nil }

// Raw is handed the bytes of an event.
type Raw struct{}

// Invoke answers with the event.
func (Raw) Invoke(_ context.Context, payload []byte) ([]byte, error) { return payload, nil }

// Take returns one value.
func Take(order Order) Receipt { return Receipt{ID: order.ID} }

// Pair is generic.
type Pair[A, B any] struct {
	First  A
	Second B
}
