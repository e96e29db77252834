package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"go.uber.org/zap"
)

type logger interface {
	Debugw(text string, pairs ...any)
	Infow(text string, pairs ...any)
	Sync() error
}

type archive interface {
	Infow(text string, pairs ...any)
	Store(name string) error
}

type table struct{ rows [][]any }

func (t *table) Infow(text string, pairs ...any) { t.rows = append(t.rows, pairs) }

func (t *table) Store(name string) error { return nil }

type shop struct {
	log  logger
	kept archive
}

func newLogger() logger { return zap.Must(zap.NewProduction()).Sugar() }

func (s *shop) handle(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	s.log.Infow("called", "path", r.Path)
	s.log.Infow("called", "request", r) // want: the whole event is logged
	s.log.Infow("called", "of", r.Body) // want: Body of the event is logged
	s.log.Debugw("called", "request", r)
	s.kept.Infow("called", "request", r)
	return events.APIGatewayProxyResponse{StatusCode: http.StatusNoContent}, s.log.Sync()
}

func main() {
	s := &shop{log: newLogger(), kept: &table{}}
	lambda.Start(s.handle)
}
