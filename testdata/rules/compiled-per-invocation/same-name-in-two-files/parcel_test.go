package main

import "testing"

const pattern = "parcel-1"

func TestParcel(t *testing.T) {
	if !isParcel(pattern) {
		t.Error(pattern)
	}
}
