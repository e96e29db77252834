package main

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"log"
	"log/slog"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type order struct {
	ID    string
	Buyer struct{ Mail string }
}

type job struct {
	id, body string
}

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

func place(o order) {
	slog.Info("placing", "order", o) // want: Body of the event is logged
	slog.Info("placing", "id", o.ID)
}

func handle(ctx context.Context, e events.SQSEvent) error {
	orders, err := decode(e)
	if err != nil {
		return err
	}
	log.Printf("%+v", orders) // want: Body of the event is logged
	log.Println(len(orders))
	for _, o := range orders {
		place(o)
	}

	var jobs []job
	kept := append([]events.SQSMessage{}, e.Records...)
	for _, record := range kept {
		log.Println(record) // want: the whole record is logged
		jobs = append(jobs, job{id: record.MessageId, body: record.Body})
	}
	log.Println(jobs[0].id, len(jobs))
	for _, j := range jobs {
		log.Println(j.id)
		log.Println(j.body) // want: Body of the event is logged
		var o order
		if err := xml.Unmarshal([]byte(j.body), &o); err != nil {
			return err
		}
		log.Println(o) // want: Body of the event is logged
	}

	ids := []string{}
	for _, record := range e.Records {
		ids = append(ids, record.MessageId)
	}
	log.Println(ids)
	log.Println(table(orders))
	return nil
}

// table says which orders came, and nothing of them.
func table(orders []order) []string {
	var rows []string
	for _, o := range orders {
		rows = append(rows, o.ID)
	}
	return rows
}

func main() {
	lambda.Start(handle)
}
