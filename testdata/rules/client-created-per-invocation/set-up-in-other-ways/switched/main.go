package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var cfg = os.Getenv("CFG")

func show() { log.Println(cfg) }

var files *s3.Client

// setup makes it.
func setup(ctx context.Context) error {
	var conf aws.Config
	var e error
	switch os.Getenv("S") {
	case "a", "b":
		conf, e = config.LoadDefaultConfig(ctx, config.WithRegion("x")) // want: AWS configuration is loaded
	default:
		conf, e = config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	}
	if e != nil {
		return fmt.Errorf("loading: %w", e)
	}

	files = s3.NewFromConfig(conf)
	return nil
}

func handle(ctx context.Context, key string) (string, error) {
	es := setup(ctx)
	if es != nil {
		log.Println(es)
		return "", es
	}
	for i := 0; i < 3; i++ {
		if _, e := files.DeleteObject(ctx, &s3.DeleteObjectInput{Key: &key}); e != nil {
			return "", e
		}
	}
	return "", nil
}

func main() {
	lambda.Start(handle)
}
