package main

import "testing"

func TestUnreachable(t *testing.T) {
	if _, err := handle("http://127.0.0.1:1/"); err == nil {
		t.Error("nobody listens there")
	}
}
