package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type reading struct {
	Sensor string
	Value  float64
}

// failure tells which record could not be stored.
type failure struct {
	sequence string
	err      error
}

func (f *failure) Error() string { return f.sequence + ": " + f.err.Error() }

func store(r reading) error {
	if r.Value < 0 {
		return fmt.Errorf("sensor %s is broken", r.Sensor)
	}
	return nil
}

func work(r events.KinesisEventRecord) *failure {
	var v reading
	if err := json.Unmarshal(r.Kinesis.Data, &v); err != nil {
		return &failure{r.Kinesis.SequenceNumber, err}
	}
	sample(v)
	if err := store(v); err != nil {
		return &failure{r.Kinesis.SequenceNumber, err}
	}
	return nil
}

// sample is for whoever looks into the container: nothing is lost without it.
func sample(v reading) {
	f, err := os.Create("/tmp/sample")
	if err != nil {
		log.Println(err)
		return
	}
	defer f.Close()
	fmt.Fprintln(f, v.Sensor, v.Value)
}

func handle(ctx context.Context, e events.KinesisEvent) error {
	for _, r := range e.Records {
		if failed := work(r); failed != nil {
			log.Printf("left out %s: %v", failed.sequence, failed) // want: record's error ends here: the record counts as done and is lost
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
