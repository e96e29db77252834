package main

import "log"

func second(name string) error {
	log.Printf("bye %s", name) // want: ^log.Printf writes plain text
	return nil
}
