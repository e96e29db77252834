package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"go.mongodb.org/mongo-driver/mongo"
	"go.mongodb.org/mongo-driver/mongo/options"
)

type document struct {
	uri    string
	client *mongo.Client
}

func (d *document) open(ctx context.Context) (err error) {
	d.client, err = mongo.Connect(ctx, options.Client().ApplyURI(d.uri))
	return err
}

func (d *document) write(ctx context.Context, text string) error {
	if err := d.open(ctx); err != nil {
		return err
	}
	defer d.client.Disconnect(ctx)
	_, err := d.client.Database("points").Collection("all").InsertOne(ctx, text)
	return err
}

type kept struct {
	client *mongo.Client
}

func (k *kept) write(ctx context.Context, text string) (err error) {
	if k.client == nil {
		k.client, err = mongo.Connect(ctx, options.Client().ApplyURI(os.Getenv("MONGO")))
		if err != nil {
			return err
		}
	}
	_, err = k.client.Database("points").Collection("all").InsertOne(ctx, text)
	return k.client.Disconnect(ctx) // want: ^k.client.Disconnect closes what later invocations need$
}

type app struct {
	document *document
	kept     *kept
}

func (a *app) handle(ctx context.Context, e events.KinesisEvent) error {
	for _, record := range e.Records {
		if err := a.document.write(ctx, string(record.Kinesis.Data)); err != nil {
			return err
		}
		if err := a.kept.write(ctx, record.EventID); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	a := &app{document: &document{uri: os.Getenv("MONGO")}, kept: &kept{}}
	lambda.Start(a.handle)
}
