package settings

import (
	"log"
	"os"
)

// Queue is where orders wait.
var Queue = must("QUEUE") // want: ^QUEUE is needed here

func must(key string) string {
	value := os.Getenv(key)
	if value == "" {
		log.Fatal(key)
	}
	return value
}
