// Command x lists queues: its handler is written where the configuration is loaded.
package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func main() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatalf("no configuration: %v", err)
	}
	lambda.Start(func(ctx context.Context) error {
		client := sqs.NewFromConfig(cfg) // want: sqs client is created at each invocation
		_, err := client.ListQueues(ctx, nil)
		return err
	})
}
