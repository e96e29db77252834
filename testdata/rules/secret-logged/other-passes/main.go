package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) error {
	log.Println(os.Getenv("FIRST_PASS"), os.Getenv("SINGLE_PASS"), os.Getenv("BOARDING_PASS"))
	log.Println(os.Getenv("PASS"), os.Getenv("BYPASS"), os.Getenv("PASS_COUNT"), os.Getenv("CHECKS_PASSED"))
	log.Println(os.Getenv("SMTP_PASS")) // want: variable SMTP_PASS is logged in clear
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
