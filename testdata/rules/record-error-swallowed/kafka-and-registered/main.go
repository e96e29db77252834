package main

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type reading struct {
	Meter string  `json:"meter"`
	Value float64 `json:"value"`
}

func one(ctx context.Context, r events.KafkaRecord) error {
	raw, err := base64.StdEncoding.DecodeString(r.Value)
	if err != nil {
		return err
	}
	var got reading
	if err := json.Unmarshal(raw, &got); err != nil {
		log.Printf("offset %d: %v", r.Offset, err) // want: record's error ends here
		return nil
	}
	log.Print(got.Meter)
	return ctx.Err()
}

func readings(ctx context.Context, e events.KafkaEvent) error {
	for topic, records := range e.Records {
		for _, r := range records {
			if err := one(ctx, r); err != nil {
				return fmt.Errorf("%s: %w", topic, err)
			}
		}
	}
	return nil
}

type letter struct {
	Kind    string          `json:"kind"`
	Content json.RawMessage `json:"content"`
}

type step func(ctx context.Context, l letter) error

type office struct {
	steps  map[string]step
	before []func(step) step
}

func on[T any](o *office, kind string, do func(context.Context, T) error) {
	o.steps[kind] = func(ctx context.Context, l letter) error {
		var content T
		if err := json.Unmarshal(l.Content, &content); err != nil {
			log.Printf("%s: %v", kind, err) // want: record's error ends here
			return nil
		}
		return do(ctx, content)
	}
}

func strict[T any](o *office, kind string, do func(context.Context, T) error) {
	o.steps[kind] = func(ctx context.Context, l letter) error {
		var content T
		if err := json.Unmarshal(l.Content, &content); err != nil {
			return fmt.Errorf("%s: %w", kind, err)
		}
		return do(ctx, content)
	}
}

func timed(next step) step {
	return func(ctx context.Context, l letter) error {
		err := next(ctx, l)
		log.Print(l.Kind)
		return err
	}
}

func (o *office) letters(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		var l letter
		if err := json.Unmarshal([]byte(m.Body), &l); err != nil {
			return err
		}
		do, ok := o.steps[l.Kind]
		if !ok {
			continue
		}
		for _, wrap := range o.before {
			do = wrap(do)
		}
		if err := do(ctx, l); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	o := &office{steps: map[string]step{}, before: []func(step) step{timed}}
	on(o, "reading", func(ctx context.Context, r reading) error { return ctx.Err() })
	strict(o, "meter", func(ctx context.Context, r reading) error { return ctx.Err() })
	if log.Prefix() == "readings" {
		lambda.Start(readings)
	}
	lambda.Start(o.letters)
}
