package store

import "log"

// Orders finds orders.
type Orders interface{ Find(id string) error }

type orders struct{}

type unused struct{}

// NewOrders makes the only kind there is.
func NewOrders() Orders { return orders{} }

func (orders) Find(id string) error {
	log.Fatal(id) // want: ^log.Fatal ends the process in the middle of an invocation$
	return nil
}

func (unused) Find(id string) error {
	log.Fatal(id)
	return nil
}
