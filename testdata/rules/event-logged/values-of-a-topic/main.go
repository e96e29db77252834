package main

import (
	"context"
	"encoding/base64"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.KafkaEvent) error {
	for partition, records := range event.Records {
		log.Println("partition", partition)
		for _, record := range records {
			log.Println("offset", record.Offset, "of", record.Topic)
			log.Println("record", record) // want: ^the whole record is logged$
			text := "none"
			if record.Value != "" {
				decoded, err := base64.StdEncoding.DecodeString(record.Value)
				if err != nil {
					return err
				}
				log.Println("length", len(decoded))
				text = string(decoded)
			}
			log.Println("value", text) // want: ^Value of the event is logged$
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
