package lambda

import (
	"log"

	entry "github.com/aws/aws-lambda-go/lambda"
)

// Start hands a handler over, and ends the program where there is none.
func Start(handler any) {
	if handler == nil {
		log.Fatal("no handler")
	}
	entry.Start(handler)
}
