package main

import (
	"context"
	"encoding/json"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type reader struct {
	key    string
	region string
	lines  int
}

func (r *reader) open(ctx context.Context, body string) <-chan error {
	errs := make(chan error, 1)
	go func() {
		errs <- r.read(ctx, body)
	}()
	return errs
}

func (r *reader) read(ctx context.Context, body string) error {
	var e events.S3Event
	if err := json.Unmarshal([]byte(body), &e); err != nil {
		return err
	}
	for _, record := range e.Records {
		r.key = record.S3.Object.Key    // want: ^r.key of a value from start-up keeps data of this request for later ones$
		r.region = record.AWSRegion     // want: ^r.region of a value from start-up keeps data
		r.lines = len(record.EventName) // a number says nothing of the request
	}
	return ctx.Err()
}

type service struct{ reader *reader }

func (s *service) handle(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := <-s.reader.open(ctx, m.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	s := &service{reader: &reader{}}
	lambda.Start(s.handle)
}
