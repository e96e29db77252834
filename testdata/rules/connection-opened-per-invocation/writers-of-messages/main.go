package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/garyburd/redigo/redis"
	"github.com/segmentio/kafka-go"
)

type sink interface {
	emit(ctx context.Context, body string) error
}

type topic struct{ writer *kafka.Writer }

func (t topic) emit(ctx context.Context, body string) error {
	return t.writer.WriteMessages(ctx, kafka.Message{Value: []byte(body)})
}

func topicAt(broker string) func() sink {
	return func() sink {
		return topic{&kafka.Writer{Addr: kafka.TCP(broker), Topic: "shipments"}} // want: ^kafka-go.Writer with connections of its own is made at each invocation$
	}
}

var audit = &kafka.Writer{Addr: kafka.TCP(os.Getenv("AUDIT")), Topic: "audit"}

type service struct{ open func() sink }

func (s service) handle(ctx context.Context, e events.SQSEvent) error {
	seen, err := redis.DialURL(os.Getenv("REDIS")) // want: ^redis.DialURL opens a connection at each invocation$
	if err != nil {
		return err
	}
	defer seen.Close()
	out := s.open()
	for _, m := range e.Records {
		if _, err := seen.Do("SET", m.MessageId, 1); err != nil {
			return err
		}
		if err := out.emit(ctx, m.Body); err != nil {
			return err
		}
		if err := (topic{audit}).emit(ctx, m.MessageId); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	s := service{open: topicAt(os.Getenv("BROKER"))}
	lambda.Start(s.handle)
}
