package main

import (
	"context"
	"database/sql"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"go.mongodb.org/mongo-driver/mongo"
	"go.mongodb.org/mongo-driver/mongo/options"
)

type sink interface {
	write(ctx context.Context, text string) error
}

type document struct {
	uri    string
	client *mongo.Client
}

// write opens what it closes again.
func (d *document) write(ctx context.Context, text string) (err error) {
	d.client, err = mongo.Connect(ctx, options.Client().ApplyURI(d.uri)) // want: ^mongo.Connect opens a connection at each invocation$
	if err != nil {
		return err
	}
	defer func() { _ = d.client.Disconnect(ctx) }()
	_, err = d.client.Database("points").Collection("all").InsertOne(ctx, text)
	return err
}

type app struct {
	sinks  []sink
	seen   map[string]bool
	window struct{ from time.Time }
	opened map[string]bool
	pools  map[string]*sql.DB
}

// pool is kept by name.
func (a *app) pool(name string) (*sql.DB, error) {
	if a.opened[name] {
		return a.pools[name], nil
	}
	db, err := sql.Open("postgres", os.Getenv("DSN"))
	if err != nil {
		return nil, err
	}
	a.pools[name], a.opened[name] = db, true
	return db, nil
}

func (a *app) handle(ctx context.Context, e events.KinesisEvent) error {
	a.window.from = e.Records[0].Kinesis.ApproximateArrivalTimestamp.Time
	for _, record := range e.Records {
		if a.seen[record.EventID] {
			continue
		}
		a.seen[record.EventID] = true
		for _, one := range a.sinks {
			if err := one.write(ctx, string(record.Kinesis.Data)); err != nil {
				return err
			}
		}
	}
	db, err := a.pool("points")
	if err != nil {
		return err
	}
	return db.PingContext(ctx)
}

func main() {
	a := &app{
		sinks:  []sink{&document{uri: os.Getenv("MONGO")}},
		seen:   map[string]bool{},
		opened: map[string]bool{},
		pools:  map[string]*sql.DB{},
	}
	lambda.Start(a.handle)
}
