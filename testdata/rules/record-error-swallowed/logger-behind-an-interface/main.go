package main

import (
	"context"
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"go.uber.org/zap"
)

type logger interface {
	Info(args ...any)
	Error(args ...any)
}

type reporter interface {
	Error(args ...any)
	Info(args ...any)
}

type shelf struct{ failed []any }

func (s *shelf) Error(args ...any) { s.failed = append(s.failed, args) }

func (s *shelf) Info(args ...any) { s.failed = append(s.failed, args) }

type shop struct {
	log    logger
	report reporter
}

func (s *shop) work(ctx context.Context, m events.SQSMessage) error {
	if m.Body == "" {
		return errors.New("nothing to do")
	}
	return ctx.Err()
}

func (s *shop) handle(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := s.work(ctx, m); err != nil {
			s.report.Error(m.MessageId, err)
		}
	}
	return nil
}

type told interface {
	Errorf(form string, args ...any)
	Infof(form string, args ...any)
}

type quiet struct {
	shop *shop
	log  told
}

func (q *quiet) handle(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := q.shop.work(ctx, m); err != nil {
			q.log.Errorf("%s: %v", m.MessageId, err) // want: record's error ends here
		}
	}
	return nil
}

func main() {
	lines := zap.NewExample().Sugar()
	s := &shop{log: lines, report: &shelf{}}
	if s.log == nil {
		lambda.Start(s.handle)
	}
	lambda.Start((&quiet{shop: s, log: lines}).handle)
}
