package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"strconv"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type line struct {
	Item  string `json:"item"`
	Count string `json:"count"`
}

type order struct {
	Lines []line   `json:"lines"`
	Notes []string `json:"notes"`
}

func keep(ctx context.Context, bucket, key string) error {
	if key == "" {
		return errors.New("no key")
	}
	return ctx.Err()
}

func pick(ctx context.Context, l line) (int, error) { return len(l.Item), ctx.Err() }

func objects(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		var inner events.S3Event
		if err := json.Unmarshal([]byte(m.Body), &inner); err != nil {
			return err
		}
		for _, r := range inner.Records {
			if err := keep(ctx, r.S3.Bucket.Name, r.S3.Object.Key); err != nil {
				log.Printf("%s: %v", r.S3.Object.Key, err) // want: record's error ends here
				continue
			}
			log.Printf("%s kept", r.S3.Object.Key)
		}
	}
	return nil
}

func lines(ctx context.Context, m events.SQSMessage) error {
	var o order
	if err := json.Unmarshal([]byte(m.Body), &o); err != nil {
		return err
	}
	sum := 0
	for _, l := range o.Lines {
		n, err := strconv.Atoi(l.Count)
		if err != nil {
			log.Printf("%s: no count, taken as one", l.Item)
			continue
		}
		sum += n
	}
	for _, l := range o.Lines {
		n, err := pick(ctx, l)
		if err != nil {
			log.Printf("%s isn't picked: %v", l.Item, err) // want: record's error ends here
			continue
		}
		sum -= n
	}
	for _, note := range o.Notes {
		for attempt := range 3 {
			err := keep(ctx, "notes", note)
			if err == nil {
				break
			}
			log.Printf("attempt %d: %v", attempt, err)
		}
	}
	log.Print(sum)
	return nil
}

func orders(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := lines(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

func counted(ctx context.Context, e events.SNSEvent) error { return ctx.Err() }

func tables(ctx context.Context, e events.DynamoDBEvent) error {
	for _, r := range e.Records {
		failed := 0
		for _, tag := range r.Change.NewImage["tags"].List() {
			if err := keep(ctx, "tags", tag.String()); err != nil {
				log.Printf("%s: %v", tag.String(), err)
				failed++
			}
		}
		if failed > 0 {
			return fmt.Errorf("%d tags of %s", failed, r.EventID)
		}
	}
	return nil
}

func main() {
	switch log.Prefix() {
	case "orders":
		lambda.Start(orders)
	case "counted":
		lambda.Start(counted)
	case "tables":
		lambda.Start(tables)
	default:
		lambda.Start(objects)
	}
}
