package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func note(format string, values ...any) {
	log.Printf(format, values...)
}

func store(value string) {
	log.Println("stored")
	_ = os.Setenv("STORED", value)
}

func handle(ctx context.Context) error {
	password := os.Getenv("DB_PASSWORD")
	note("connecting to %s as %s", os.Getenv("DB_HOST"), os.Getenv("DB_USER"))
	note("connecting with %s", password) // want: ^variable DB_PASSWORD is logged in clear$
	note("connecting with %d characters", len(password))
	store(password)
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
