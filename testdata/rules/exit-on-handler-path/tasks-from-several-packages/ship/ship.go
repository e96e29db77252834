package ship

import (
	"context"
	"log"
)

type order struct{ ID string }

type shipper struct{ carrier string }

// Tasks are the steps of a delivery.
func Tasks() map[string]any {
	s := &shipper{carrier: "any"}
	return map[string]any{"label": s.label}
}

func (s *shipper) label(ctx context.Context, o order) error {
	if o.ID == "" {
		log.Fatal("no order") // want: ^log.Fatal ends the process
	}
	return ctx.Err()
}

func (s *shipper) track(ctx context.Context, o order) error {
	log.Fatal("no task does this")
	return nil
}
