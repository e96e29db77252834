package main

import (
	"context"
	"fmt"
	"log"
	"log/slog"

	"github.com/aws/aws-lambda-go/lambda"
)

type job struct{ Name, Card string }

type shown struct{ Name, Card string }

func (s *shown) String() string { return s.Name + " " + s.Card }

func handle(ctx context.Context, b []*job) error {
	log.Printf("got %v", b)
	log.Println("first", b[:1])
	for _, one := range b {
		fmt.Printf("%s\n", one.Name)
	}
	slog.InfoContext(ctx, "got", "jobs", b) // want: the whole event is logged
	return nil
}

func handleShown(ctx context.Context, b []*shown) error {
	log.Printf("got %v", b) // want: the whole event is logged
	return nil
}

func handleValues(ctx context.Context, b []job) error {
	log.Printf("got %v", b) // want: the whole event is logged
	return nil
}

func main() {
	switch len(lambdaName()) {
	case 0:
		lambda.Start(handle)
	case 1:
		lambda.Start(handleShown)
	default:
		lambda.Start(handleValues)
	}
}

func lambdaName() string { return fmt.Sprint("x") }
