package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

var bucket, region string

type publisher struct {
	client *sns.Client
	topic  string
}

// newPublisher is asked for by something that does without it.
func newPublisher(ctx context.Context, topic string) (*publisher, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: ^AWS configuration is loaded at each invocation$
	if err != nil {
		return nil, fmt.Errorf("publisher: %w", err)
	}
	return &publisher{client: sns.NewFromConfig(cfg), topic: topic}, nil
}

func count(ctx context.Context) (int, error) {
	// the region of the bucket, not of the function
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(region)) // want: ^AWS configuration is loaded at each invocation$
	if err != nil {
		return 0, fmt.Errorf("count: %w", err)
	}
	// old endpoints know no other way
	client := s3.NewFromConfig(cfg, func(o *s3.Options) {
		o.UsePathStyle = true
	})

	out, err := client.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &bucket})
	if err != nil {
		return 0, err
	}
	return len(out.Contents), nil
}

func handle(ctx context.Context, topic string) error {
	found, err := count(ctx)
	if err != nil {
		return err
	}
	if found == 0 {
		return errors.New("empty")
	}
	told, err := newPublisher(ctx, topic)
	if err != nil {
		log.Printf("nobody is told: %v", err)
		return nil
	}
	text := fmt.Sprint(found)
	_, err = told.client.Publish(ctx, &sns.PublishInput{TopicArn: &told.topic, Message: &text})
	return err
}

func main() {
	flag.StringVar(&bucket, "bucket", os.Getenv("BUCKET"), "what to look into")
	flag.StringVar(&region, "region", "eu-west-1", "where it is")
	flag.Parse()
	if os.Getenv("AWS_LAMBDA_RUNTIME_API") != "" {
		lambda.Start(handle)
		return
	}
	fmt.Println(count(context.Background()))
}
