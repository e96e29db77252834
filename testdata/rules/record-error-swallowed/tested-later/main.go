package main

import (
	"context"
	"encoding/json"
	"errors"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type price struct {
	Article string `json:"article"`
	Cents   int    `json:"cents"`
}

type keeper[T any] interface {
	Keep(ctx context.Context, v T) error
}

type prices map[string]int

func (p prices) set(v price) error {
	if v.Cents < 0 {
		return errors.New("below zero")
	}
	p[v.Article] = v.Cents
	return nil
}

func (p prices) tell(v price) error { return nil }

func (p prices) Keep(ctx context.Context, v price) error {
	err := p.set(v)
	if err != nil {
		log.Printf("%s: %v", v.Article, err) // want: record's error ends here
	}
	return nil
}

type told struct{ prices }

func (t told) Keep(ctx context.Context, v price) error {
	if err := t.set(v); err != nil {
		return err
	}
	err := t.tell(v)
	if err != nil {
		log.Printf("nobody was told of %s: %v", v.Article, err)
	}
	return nil
}

type consumer[T any] struct{ keeper keeper[T] }

func (c consumer[T]) one(ctx context.Context, m events.SQSMessage) error {
	var v T
	if err := json.Unmarshal([]byte(m.Body), &v); err != nil {
		return err
	}
	return c.keeper.Keep(ctx, v)
}

func (c consumer[T]) all(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := c.one(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	if log.Prefix() == "" {
		lambda.Start(consumer[price]{prices{}}.all)
	} else {
		lambda.Start(consumer[price]{told{prices{}}}.all)
	}
}
