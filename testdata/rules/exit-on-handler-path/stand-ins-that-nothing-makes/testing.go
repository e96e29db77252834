package main

import "log"

// newBrokenShop is what tests take in place of newShop.
func newBrokenShop() *shop {
	return broken("parcel")
}

func broken(order string) *shop {
	return &shop{ship: func(got string) error {
		if got != order {
			log.Fatalf("wrong order %s", got)
		}
		return nil
	}}
}
