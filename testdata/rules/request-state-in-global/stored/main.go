package main

import (
	"context"
	"encoding/json"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type reading struct{ Device string }

type state struct {
	failed []string
	seen   []string
	times  []time.Time
}

var (
	latest   atomic.Value
	current  atomic.Pointer[reading]
	handled  atomic.Int64
	settings atomic.Value
	entries  sync.Map
	headers  = http.Header{}
	first    = &reading{}
	kept     = &state{}
)

func (s *state) fail(id string) {
	s.failed = append(s.failed, id) // want: ^s.failed of a value from start-up keeps data of this request for later ones$
	s.times = append(s.times, time.Now())
}

func handle(ctx context.Context, e events.KinesisEvent) error {
	for _, record := range e.Records {
		var one reading
		if err := json.Unmarshal(record.Kinesis.Data, &one); err != nil {
			kept.fail(record.EventID)
			continue
		}
		if err := json.Unmarshal(record.Kinesis.Data, first); err != nil { // want: ^package variable first keeps data of this request
			return err
		}
		latest.Store(one)                              // want: ^package variable latest keeps data of this request for later ones$
		current.Swap(&one)                             // want: ^package variable current keeps data of this request
		entries.Store("device", one.Device)            // want: ^package variable entries keeps data of this request
		headers.Set("X-Stream", record.EventSourceArn) // want: ^package variable headers keeps data of this request
		entries.Store(one.Device, record.Kinesis.SequenceNumber)
		handled.Store(int64(len(e.Records)))
		own := http.Header{}
		own.Set("X-Stream", record.EventSourceArn)
		fresh := &state{}
		fresh.seen = append(fresh.seen, one.Device)
	}
	if settings.Load() == nil {
		settings.Store(e.Records[0].EventSourceArn)
	}
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
