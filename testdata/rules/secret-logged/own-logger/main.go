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

type line struct {
	fields map[string]string
}

func newLine() *line {
	return &line{fields: map[string]string{}}
}

func (l *line) with(name, value string) *line {
	l.fields[name] = value
	return l
}

func (l *line) write() {
	log.Println(*l)
}

func verify(host, token string) bool {
	l := newLine().with("host", host).with("token", token)
	l.write() // want: ^variable HOOK_TOKEN is logged in clear$
	return os.Setenv("STORED", token) == nil
}

func verifyQuietly(host, token string) bool {
	newLine().with("host", host).write()
	return os.Setenv("STORED", token) == nil
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
	verify(os.Getenv("HOOK_HOST"), os.Getenv("HOOK_TOKEN"))
	verifyQuietly(os.Getenv("HOOK_HOST"), os.Getenv("HOOK_TOKEN"))
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
