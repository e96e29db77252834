package jobs

import "context"

// Run works.
func Run(ctx context.Context) error {
	return ctx.Err()
}
