package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type order struct{ ID string }

type job struct{ record events.SQSMessage }

type request struct{ id, body string }

func save(ctx context.Context, o order) error { return os.WriteFile("/tmp/"+o.ID, nil, 0o600) }

func place(ctx context.Context, body string) (order, error) {
	var o order
	if err := json.Unmarshal([]byte(body), &o); err != nil {
		return o, err
	}
	return o, save(ctx, o)
}

func notify(id string) error { return os.WriteFile("/tmp/note", []byte(id), 0o600) }

func decode(e events.SQSEvent) ([]order, error) {
	var orders []order
	for _, record := range e.Records {
		var o order
		if err := json.Unmarshal([]byte(record.Body), &o); err != nil {
			return nil, err
		}
		orders = append(orders, o)
	}
	return orders, nil
}

func decodedFirst(ctx context.Context, e events.SQSEvent) error {
	orders, err := decode(e)
	if err != nil {
		return err
	}
	for _, o := range orders {
		if err := save(ctx, o); err != nil {
			log.Println("not saved", err) // want: record's error ends here
		}
	}
	return nil
}

func jobsFirst(ctx context.Context, e events.SQSEvent) error {
	jobs := make([]job, 0, len(e.Records))
	for _, record := range e.Records {
		jobs = append(jobs, job{record: record})
	}
	for _, j := range jobs {
		o, err := place(ctx, j.record.Body)
		if err != nil {
			log.Println("not placed", err) // want: record's error ends here
			continue
		}
		log.Println("placed", o.ID)
	}
	return nil
}

func accept(ctx context.Context, r request) error {
	_, err := place(ctx, r.body)
	return err
}

func inStructs(ctx context.Context, e events.SQSEvent) error {
	for _, record := range e.Records {
		_ = accept(ctx, request{id: record.MessageId, body: record.Body}) // want: record's error ends here
	}
	return nil
}

// toldAfterwards has done its work when it tells about it.
func toldAfterwards(ctx context.Context, e events.SQSEvent) error {
	var orders []order
	for _, record := range e.Records {
		o, err := place(ctx, record.Body)
		if err != nil {
			return err
		}
		orders = append(orders, o)
	}
	for _, o := range orders {
		if err := notify(o.ID); err != nil {
			log.Println("nobody was told", err)
		}
	}
	return nil
}

// namesOnly goes through the identifiers of records.
func namesOnly(ctx context.Context, e events.SQSEvent) error {
	var ids []string
	for _, record := range e.Records {
		ids = append(ids, record.MessageId)
	}
	for _, id := range ids {
		if err := notify(id); err != nil {
			log.Println("nobody was told", err)
		}
	}
	return ctx.Err()
}

func returned(ctx context.Context, e events.SQSEvent) error {
	orders, err := decode(e)
	if err != nil {
		return err
	}
	for _, o := range orders {
		if err := save(ctx, o); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	switch os.Getenv("MODE") {
	case "decoded":
		lambda.Start(decodedFirst)
	case "jobs":
		lambda.Start(jobsFirst)
	case "structs":
		lambda.Start(inStructs)
	case "told":
		lambda.Start(toldAfterwards)
	case "names":
		lambda.Start(namesOnly)
	default:
		lambda.Start(returned)
	}
}
