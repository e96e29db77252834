package main

import (
	"context"
	"testing"
)

var sqsClient = "a name of the tests"

func TestHandle(t *testing.T) {
	if err := handle(context.Background(), sqsClient); err == nil {
		t.Skip("there is a network")
	}
}
