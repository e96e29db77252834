package main

import (
	"context"
	"errors"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type garden struct{ open bool }

func (g garden) Plant(ctx context.Context, seed string) error {
	if !g.open {
		return errors.New("closed")
	}
	return ctx.Err()
}

func (g garden) Read(ctx context.Context, seed string) (string, error) { return seed, ctx.Err() }

func (g garden) Tell(ctx context.Context, seed string) (int, error) { return len(seed), ctx.Err() }

func valid(seed string) error {
	if seed == "" {
		return errors.New("no seed")
	}
	return nil
}

var beds garden

// told plants each seed, and tells about it as far as it can.
func told(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := beds.Plant(ctx, m.Body); err != nil {
			return err
		}
		if _, err := beds.Tell(ctx, m.Body); err == nil {
			log.Println("told")
		} else {
			log.Println("not told", err)
		}
	}
	return nil
}

// counted tells about each seed by its number.
func counted(ctx context.Context, e events.SQSEvent) error {
	for i := 0; i < len(e.Records); i++ {
		err := beds.Plant(ctx, e.Records[i].Body)
		if err != nil {
			return err
		}
		_, err = beds.Tell(ctx, e.Records[i].Body)
		switch {
		case err != nil:
			log.Println("not told", err)
		default:
			log.Println("told")
		}
	}
	return nil
}

// read does the work last: what comes before is none.
func read(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := valid(m.Body); err != nil {
			return err
		}
		seed, err := beds.Read(ctx, m.Body)
		if err != nil {
			return err
		}
		if err := beds.Plant(ctx, seed); err != nil {
			log.Println("not planted", err) // want: record's error ends here
		}
	}
	return nil
}

// logged lets each step go.
func logged(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := beds.Plant(ctx, m.Body); err != nil {
			log.Println("not planted", err) // want: record's error ends here
			continue
		}
		if _, err := beds.Tell(ctx, m.Body); err != nil {
			log.Println("not told", err) // want: record's error ends here
		}
	}
	return nil
}

func main() {
	switch log.Prefix() {
	case "told":
		lambda.Start(told)
	case "counted":
		lambda.Start(counted)
	case "read":
		lambda.Start(read)
	default:
		lambda.Start(logged)
	}
}
