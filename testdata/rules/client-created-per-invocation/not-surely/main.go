package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

var region string

// goesOn has another way when there is no configuration.
func goesOn(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		log.Printf("going on without: %v", err)
	}
	_, err = s3.NewFromConfig(cfg).ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
}

// changes writes to the configuration later.
func changes(ctx context.Context, name string) error {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	cfg.AppID = name
	_, err = sns.NewFromConfig(cfg).ListTopics(ctx, &sns.ListTopicsInput{})
	return err
}

// waits uses what another function sets.
func waits(ctx context.Context) error {
	client := sns.New(sns.Options{Region: region}) // want: sns client is created
	_, err := client.ListTopics(ctx, &sns.ListTopicsInput{})
	return err
}

func handle(ctx context.Context) error {
	if err := goesOn(ctx); err != nil {
		return err
	}
	if err := waits(ctx); err != nil {
		return err
	}
	return changes(ctx, "same for all")
}

func setUp() {
	region = "eu-west-1"
}

func main() {
	setUp()
	lambda.Start(handle)
}
