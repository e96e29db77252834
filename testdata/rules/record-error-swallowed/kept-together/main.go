package main

import (
	"bytes"
	"context"
	"log"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

var (
	files  = s3.New(s3.Options{})
	topics = sns.New(sns.Options{})
)

func keep(ctx context.Context, lines []string) error {
	_, err := files.PutObject(ctx, &s3.PutObjectInput{
		Bucket: aws.String("lines"),
		Key:    aws.String("last"),
		Body:   strings.NewReader(strings.Join(lines, "\n")),
	})
	return err
}

func gathered(ctx context.Context, e events.KinesisEvent) error {
	var lines []string
	for _, r := range e.Records {
		lines = append(lines, string(r.Kinesis.Data))
	}
	if err := keep(ctx, lines); err != nil {
		log.Printf("%d lines aren't kept: %v", len(lines), err) // want: record's error ends here
	}
	return nil
}

func written(ctx context.Context, e events.KinesisEvent) error {
	var all bytes.Buffer
	for _, r := range e.Records {
		all.Write(r.Kinesis.Data)
	}
	_, err := files.PutObject(ctx, &s3.PutObjectInput{
		Bucket: aws.String("lines"),
		Key:    aws.String(e.Records[0].EventID),
		Body:   &all,
	})
	if err != nil {
		log.Println("not kept", err) // want: record's error ends here
	}
	return nil
}

func told(ctx context.Context, e events.KinesisEvent) error {
	var lines []string
	for _, r := range e.Records {
		lines = append(lines, string(r.Kinesis.Data))
	}
	if err := keep(ctx, lines); err != nil {
		log.Println("not kept", err)
		return err
	}
	return nil
}

func noted(ctx context.Context, e events.SQSEvent) error {
	var ids []string
	for _, m := range e.Records {
		if err := keep(ctx, []string{m.Body}); err != nil {
			return err
		}
		ids = append(ids, m.MessageId)
	}
	_, err := topics.Publish(ctx, &sns.PublishInput{Message: aws.String(strings.Join(ids, ","))})
	if err != nil {
		log.Println("nobody is told", err)
	}
	return nil
}

func main() {
	switch log.Prefix() {
	case "written":
		lambda.Start(written)
	case "told":
		lambda.Start(told)
	case "noted":
		lambda.Start(noted)
	default:
		lambda.Start(gathered)
	}
}
