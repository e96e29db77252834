package main

import (
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle() error { return nil }

func run() error {
	lambda.Start(handle)
	return nil
}

func main() {
	defer fmt.Println("local run is over")
	if os.Getenv("AWS_LAMBDA_RUNTIME_API") != "" {
		lambda.Start(handle)
		return
	}
	if err := run(); err != nil {
		return
	}
	switch os.Getenv("MODE") {
	case "once":
		lambda.StartWithOptions(handle)
		break
	}
	if err := handle(); err != nil {
		fmt.Println(err)
	}
}
