package main

import (
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

type answer struct {
	Text string
	Next chan answer
}

func keys() (map[bool]string, error) { // want: the result of keys can't be sent: JSON has no form for the keys of map\[bool\]string
	return nil, nil
}

func number() (complex128, error) { // want: JSON has no form for complex128
	return 0, nil
}

func text() (answer, error) { // want: \(field Next\)
	return answer{}, nil
}

func main() {
	switch os.Getenv("MODE") {
	case "keys":
		lambda.Start(keys)
	case "number":
		lambda.Start(number)
	default:
		lambda.Start(text)
	}
}
