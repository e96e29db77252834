package main

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/rs/zerolog/log"
)

type job struct{ Card string }

func handle(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		fmt.Println("record", m)                           // want: ^the whole record is logged$
		log.Debug().Interface("record", m.Body).Msg("got") // want: Body of the event is logged
		var j job
		if err := json.Unmarshal([]byte(m.Body), &j); err != nil {
			return err
		}
		log.Info().Msgf("job %v", j) // want: Body of the event is logged
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
