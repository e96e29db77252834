// Command resize makes a small copy of each picture that a queue tells it about.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"log/slog"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.com/resizer/internal/image"
)

type job struct {
	Key string `json:"key"`
}

type resizer struct {
	files  *s3.Client
	bucket string
	logger *slog.Logger
}

func (r *resizer) handle(ctx context.Context, event events.SQSEvent) (events.SQSEventResponse, error) {
	var answer events.SQSEventResponse
	for _, message := range event.Records {
		if err := r.resize(ctx, message.Body); err != nil {
			r.logger.ErrorContext(ctx, "not resized", "message", message.MessageId, "error", err)
			failed := events.SQSBatchItemFailure{ItemIdentifier: message.MessageId}
			answer.BatchItemFailures = append(answer.BatchItemFailures, failed)
		}
	}
	return answer, nil
}

func (r *resizer) resize(ctx context.Context, body string) error {
	var wanted job
	if err := json.Unmarshal([]byte(body), &wanted); err != nil {
		return fmt.Errorf("decode job: %w", err)
	}
	full, err := r.files.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String(r.bucket), Key: aws.String(wanted.Key)})
	if err != nil {
		return fmt.Errorf("read %s: %w", wanted.Key, err)
	}
	defer full.Body.Close()
	small, err := image.Shrink(full.Body)
	if err != nil {
		return err
	}
	_, err = r.files.PutObject(ctx, &s3.PutObjectInput{
		Bucket: aws.String(r.bucket),
		Key:    aws.String("small/" + wanted.Key),
		Body:   small,
	})
	return err
}

func main() {
	bucket := os.Getenv("PICTURE_BUCKET")
	if bucket == "" {
		log.Fatal("PICTURE_BUCKET is not set")
	}
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatalf("load configuration: %v", err)
	}
	worker := &resizer{
		files:  s3.NewFromConfig(cfg),
		bucket: bucket,
		logger: slog.New(slog.NewJSONHandler(os.Stdout, nil)),
	}
	lambda.Start(worker.handle)
}
