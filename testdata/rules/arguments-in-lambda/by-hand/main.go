package main

import (
	"context"
	"flag"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) (string, error) {
	return os.Args[0], ctx.Err()
}

func name(arguments []string) string {
	if len(arguments) > 0 {
		return arguments[0]
	}
	return "orders"
}

func main() {
	log.SetPrefix(name(os.Args[1:]))
	if len(os.Args) > 1 {
		log.Println(handle(context.Background()))
		flag.Parse()
		return
	}
	if os.Getenv("AWS_LAMBDA_RUNTIME_API") != "" {
		lambda.Start(handle)
	}
	flag.Parse()
	log.Println(os.Args[1:])
}
