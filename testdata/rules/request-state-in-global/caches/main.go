package main

import (
	"context"
	"os"
	"sync"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var (
	lock   sync.Mutex
	names  = map[string]string{}
	client *s3.Client
	bucket string
	stage  string
	cold   = true
	count  int
	last   time.Time
)

func handle(ctx context.Context, e events.SQSEvent) error {
	lock.Lock()
	defer lock.Unlock()
	for _, record := range e.Records {
		names[record.MessageId] = record.Body
	}
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(e.Records[0].AWSRegion))
	if err != nil {
		return err
	}
	client = s3.NewFromConfig(cfg)
	if stage == "" {
		stage = e.Records[0].EventSourceARN
	}
	bucket = os.Getenv("BUCKET")
	cold = false
	count += len(e.Records)
	last = time.Now()
	ctx = context.WithValue(ctx, "shop", "north")
	local := e.Records
	local[0].Body = ""
	return nil
}

func main() {
	lambda.Start(handle)
}
