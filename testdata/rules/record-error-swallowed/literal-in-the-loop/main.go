package main

import (
	"context"
	"encoding/json"
	"log"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type reading struct {
	Sensor string `json:"sensor"`
}

type table struct{ rows map[string]reading }

func (t *table) known(ctx context.Context, sensor string) (bool, error) {
	_, ok := t.rows[sensor]
	return ok, ctx.Err()
}

func (t *table) put(ctx context.Context, r reading) error {
	t.rows[r.Sensor] = r
	return ctx.Err()
}

var readings = &table{rows: map[string]reading{}}

func keep(ctx context.Context, m events.KinesisEventRecord) error {
	var r reading
	if err := json.Unmarshal(m.Kinesis.Data, &r); err != nil {
		return err
	}
	known, err := readings.known(ctx, r.Sensor)
	if err != nil {
		log.Printf("not looked up: %v", err) // want: record's error ends here
		return nil
	}
	if known {
		return nil
	}
	return readings.put(ctx, r)
}

func limited(ctx context.Context, e events.KinesisEvent) error {
	for _, record := range e.Records {
		if err := func() error {
			ctx, cancel := context.WithTimeout(ctx, time.Second)
			defer cancel()
			return keep(ctx, record)
		}(); err != nil {
			return err
		}
	}
	return nil
}

func named(ctx context.Context, e events.KinesisEvent) error {
	for _, record := range e.Records {
		once := func() error {
			var r reading
			if err := json.Unmarshal(record.Kinesis.Data, &r); err != nil {
				return err
			}
			return readings.put(ctx, r)
		}
		if err := once(); err != nil {
			log.Printf("not kept: %v", err) // want: record's error ends here
		}
	}
	return nil
}

func beside(ctx context.Context, e events.KinesisEvent) error {
	note := func() error { return ctx.Err() }
	for _, record := range e.Records {
		if err := note(); err != nil {
			log.Printf("not noted: %v", err)
		}
		if err := keep(ctx, record); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(limited)
	lambda.Start(named)
	lambda.Start(beside)
}
