package main

import (
	"context"
	"log"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type parcel struct {
	number  int
	message events.SQSMessage
}

func weigh(p parcel) {
	log.Printf("parcel %d of %s", p.number, p.message.MessageId)
	log.Printf("weighing %s", p.message.Body) // want: ^Body of the event is logged$
}

func handle(ctx context.Context, event events.SQSEvent) error {
	ids := make(chan string, len(event.Records))
	parcels := make(chan parcel, len(event.Records))
	var all sync.WaitGroup
	all.Add(1)
	go func() {
		defer all.Done()
		for p := range parcels {
			weigh(p)
		}
		for id := range ids {
			log.Println("seen", id)
		}
	}()
	for at, message := range event.Records {
		parcels <- parcel{number: at, message: message}
		ids <- message.MessageId
	}
	close(parcels)
	close(ids)
	all.Wait()
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
