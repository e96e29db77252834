package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type shipper struct {
	group string
	key   string
	known bool
	shard string
	size  int
}

func (s *shipper) logs(ctx context.Context, e events.CloudwatchLogsEvent) error {
	data, err := e.AWSLogs.Parse()
	if err != nil {
		return err
	}
	s.group = data.LogGroup // want: ^s.group of a value from start-up keeps data of this request for later ones$
	s.size = len(data.LogEvents)
	return ctx.Err()
}

func (s *shipper) changes(ctx context.Context, e events.DynamoDBEvent) error {
	for _, record := range e.Records {
		key := record.Change.Keys["id"]
		s.key = key.String() // want: ^s.key of a value from start-up keeps data
		s.known = key.IsNull()
		s.shard = os.Getenv("SHARD")
	}
	return ctx.Err()
}

func main() {
	s := &shipper{}
	if os.Getenv("SOURCE") == "logs" {
		lambda.Start(s.logs)
	}
	lambda.Start(s.changes)
}
