package main

import "testing"

func TestStatement(t *testing.T) {
	if statement("a") != `TRUNCATE "a"` {
		t.Fatal(statement("a"))
	}
}
