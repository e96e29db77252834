package registry

import (
	"context"
	"encoding/json"
)

type Resolver func(ctx context.Context, arguments json.RawMessage) (any, error)

type Registry map[string]map[string]Resolver

func (r Registry) Add(kind, field string, resolver Resolver) {
	if r[kind] == nil {
		r[kind] = map[string]Resolver{}
	}
	r[kind][field] = resolver
}

func (r Registry) Find(kind, field string) (Resolver, bool) {
	resolver, known := r[kind][field]
	return resolver, known
}
