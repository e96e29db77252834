// Command x lists queues: its handler is made beside the configuration, which stays there.
package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var list func(ctx context.Context) error

func init() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatal(err)
	}

	list = func(ctx context.Context) error {
		client := sqs.NewFromConfig(cfg) // want: sqs client is created at each invocation
		_, err := client.ListQueues(ctx, nil)
		return err
	}
}

func main() { lambda.Start(list) }
