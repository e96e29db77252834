// Package elastic is about ribbons.
package elastic

type Ribbon struct{ Length int }

func NewClient() (*Ribbon, error) { return &Ribbon{}, nil }
