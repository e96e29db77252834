package store

import "log"

// Save keeps a name.
func Save(name string) error {
	if name == "" {
		panic("no name") // want: ^panic ends the invocation and then the process$
	}
	if len(name) > 100 {
		log.Panicf("long name %s", name) // want: log.Panicf ends the invocation
	}
	return nil
}
