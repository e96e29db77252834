package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
)

func handle(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return err
	}
	signing, err := cfg.Credentials.Retrieve(ctx)
	if err != nil {
		return err
	}
	log.Println("from", signing.Source)
	log.Printf("%+v", signing) // want: ^what signs requests of the role is logged in clear$
	return nil
}

func main() {
	lambda.Start(handle)
}
