package main

import (
	"context"
	"encoding/json"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type either struct {
	events.ALBTargetGroupRequest
	Domain string `json:"domain"`
}

func serve(e events.ALBTargetGroupRequest) {
	log.Printf("serving %+v", e) // want: ^the whole event is logged$
}

func forward(m events.SNSEntity) error {
	log.Println("message", m.Message) // want: ^Message of the event is logged$
	var inner events.EventBridgeEvent
	if err := json.Unmarshal([]byte(m.Message), &inner); err != nil {
		return err
	}
	log.Printf("detail %s", inner.Detail) // want: ^Detail of the event is logged$
	return nil
}

func handle(ctx context.Context, e either) error {
	serve(e.ALBTargetGroupRequest)
	log.Println("domain", e.Domain)
	return nil
}

func main() {
	if len(log.Prefix()) > 0 {
		lambda.Start(func(ctx context.Context, e events.SNSEvent) error { return forward(e.Records[0].SNS) })
	} else {
		lambda.Start(handle)
	}
}
