package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
)

type job interface {
	Run(ctx context.Context, name string) error
}

type base struct{ job }

type counted struct {
	*base
	runs int
}

type sweep struct{}

func (sweep) Run(ctx context.Context, name string) error {
	if name == "" {
		log.Fatal("no name") // want: ^log.Fatal ends the process
	}
	return ctx.Err()
}

// report is a job, too, which nobody embeds.
type report struct{}

func (report) Run(ctx context.Context, name string) error {
	log.Fatal("never run")
	return nil
}

var others = []any{report{}}

func main() {
	c := &counted{base: &base{job: sweep{}}}
	log.Println("started beside", len(others))
	lambda.Start(c.Run)
}
