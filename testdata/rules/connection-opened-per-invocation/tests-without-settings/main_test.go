package main

import (
	"context"
	"errors"
	"testing"
)

func TestKey(t *testing.T) {
	if key("a") != "name:a" {
		t.Fatal(key("a"))
	}
}

func TestNoAddress(t *testing.T) {
	if err := handle(context.Background(), "a"); !errors.Is(err, errNoAddress) {
		t.Fatal(err)
	}
}
