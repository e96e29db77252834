package main

import (
	"context"
	"log"
	"net/http"

	"example.com/x/audit"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func notify(ctx context.Context, id string) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://example.com/hook/"+id, nil)
	if err != nil {
		return
	}
	resp, err := http.DefaultClient.Do(req)
	if err == nil {
		resp.Body.Close()
	}
}

func handle(ctx context.Context, e events.SQSEvent) error {
	failures := make(chan error, len(e.Records))
	for _, record := range e.Records {
		go notify(ctx, record.MessageId) // want: ^nothing waits for the goroutine that handle starts: it is frozen when the handler returns$
		go func() {                      // want: nothing waits for the goroutine that handle starts
			failures <- audit.Write(record.Body)
		}()
	}
	audit.Later("done")
	jobs := make(chan string)
	go work(jobs) // want: nothing waits
	for _, record := range e.Records {
		jobs <- record.Body
	}
	close(jobs)
	return nil
}

func work(jobs <-chan string) {
	for job := range jobs {
		log.Println(job)
	}
}

func main() {
	lambda.Start(handle)
}
