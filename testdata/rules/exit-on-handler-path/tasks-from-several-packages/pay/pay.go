package pay

import (
	"context"
	"log"
)

type payment struct{ Amount int }

// Tasks are the steps of a payment.
var Tasks = map[string]any{"charge": charge}

func charge(ctx context.Context, p payment) error {
	if p.Amount < 0 {
		log.Fatal("negative") // want: ^log.Fatal ends the process
	}
	return ctx.Err()
}
