package main

import (
	"io"

	"github.com/aws/aws-lambda-go/lambda"
)

func read(r io.Reader) error { // want: handler takes an interface, but it is not context.Context: "Reader"
	_, err := io.Copy(io.Discard, r)
	return err
}

func main() {
	lambda.Start(read)
}
