package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

type reading struct {
	Sensor string
	Value  float64
}

// source gives the driver one row after the other.
type source struct {
	readings []reading
	at       int
}

func (s *source) Next() bool {
	s.at++
	return s.at < len(s.readings)
}

func (s *source) Values() ([]any, error) {
	one := s.readings[s.at]
	if one.Sensor == "" {
		log.Fatal("no sensor") // want: ^log.Fatal ends the process in the middle of an invocation$
	}
	return []any{one.Sensor, one.Value}, nil
}

func (s *source) Err() error { return nil }

var pool, poolErr = pgxpool.New(context.Background(), os.Getenv("DATABASE_URL"))

func handle(ctx context.Context, readings []reading) error {
	if poolErr != nil {
		return poolErr
	}
	table := pgx.Identifier{"readings"}
	_, err := pool.CopyFrom(ctx, table, []string{"sensor", "value"}, &source{readings: readings, at: -1})
	return err
}

func main() {
	lambda.Start(handle)
}
