// Package shelf finds books.
package shelf

import (
	"context"

	"github.com/redis/go-redis/v9"
)

// Address of the shelves.
var Address string

// Find tells where a book is.
func Find(ctx context.Context, title string) (string, error) {
	r := redis.NewClient(&redis.Options{Addr: Address}) // want: at each invocation
	defer r.Close()
	return r.Get(ctx, "book:"+title).Result()
}
