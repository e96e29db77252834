package main

import (
	"github.com/aws/aws-lambda-go/events"
	"github.com/m-mizutani/golambda"
)

var logger = golambda.Logger

type arguments struct{ table string }

func main() {
	golambda.Start(func(event golambda.Event) (interface{}, error) {
		return handle(&arguments{table: "orders"}, event)
	})
}

func handle(args *arguments, event golambda.Event) (interface{}, error) {
	var changes events.DynamoDBEvent
	if err := event.Bind(&changes); err != nil {
		return nil, golambda.WrapError(err, "no changes").With("table", args.table)
	}
	logger.With("table", args.table).With("changes", len(changes.Records)).Info("changed")
	for _, change := range changes.Records {
		logger.With("change", change.EventID).With("event", event).Info("one of the changes") // want: the whole event is logged
		golambda.Logger.With("keys", change.Change.Keys).Debug("its keys")
	}
	golambda.Logger.Entry().With("event", event).Info("all of them") // want: the whole event is logged
	return nil, nil
}
