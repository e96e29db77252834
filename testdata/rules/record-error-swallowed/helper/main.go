package main

import (
	"context"
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/sirupsen/logrus"
)

func store(key string) error {
	if key == "" {
		return errors.New("no key")
	}
	return nil
}

func work(record events.KinesisEventRecord) {
	if err := store(record.Kinesis.PartitionKey); err != nil {
		logrus.WithError(err).Error("not stored") // want: record's error ends here
		return
	}
	logrus.Info("stored")
}

func handle(ctx context.Context, e events.KinesisEvent) error {
	for _, record := range e.Records {
		work(record)
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
