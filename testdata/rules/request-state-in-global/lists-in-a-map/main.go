package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var (
	bodies  = map[string][]string{}
	pending = map[string][]string{}
	batch   map[string][]string
	names   = map[string]string{}
	asked   = map[string][]string{}
)

func handle(ctx context.Context, e events.SQSEvent) error {
	batch = map[string][]string{}
	for _, m := range e.Records {
		bodies[m.EventSource] = append(bodies[m.EventSource], m.Body) // want: ^bodies\[m.EventSource\], an entry of package variable bodies, keeps data of this request for later ones$
		pending[m.EventSource] = append(pending[m.EventSource], m.Body)
		batch[m.EventSource] = append(batch[m.EventSource], m.Body)
		names[m.MessageId] = m.Body
		if _, ok := asked[m.MessageId]; !ok {
			asked[m.MessageId] = append(asked[m.MessageId], m.Body)
		}
	}
	for source := range pending {
		delete(pending, source)
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
