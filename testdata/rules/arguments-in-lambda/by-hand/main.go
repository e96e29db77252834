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

func main() {
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
