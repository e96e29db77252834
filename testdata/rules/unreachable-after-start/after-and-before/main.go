package main

import (
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle() error { return nil }

func main() {
	defer fmt.Println("bye")          // want: ^deferred call never runs: lambda.Start does not return$
	defer func() { os.Remove("x") }() // want: deferred call never runs
	lambda.Start(handle)
	fmt.Println("done") // want: ^never runs: lambda.Start does not return$
	fmt.Println("really")
}
