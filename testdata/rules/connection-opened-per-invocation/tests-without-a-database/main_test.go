package main

import "testing"

func TestTrimmed(t *testing.T) {
	if trimmed(" a ") != "a" {
		t.Fatal("not trimmed")
	}
}
